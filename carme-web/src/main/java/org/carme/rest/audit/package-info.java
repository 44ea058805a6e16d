/** {@code /audit} and {@code /admin/audit}: who did what. */
package org.carme.rest.audit;
