/** {@code /statement}, of projects and of all: what was used month by month. */
package org.carme.rest.accounting;
