/** {@code /admin/system}: how the portal and what it needs are. */
package org.carme.rest.system;
