/** {@code /maintenance} for everybody, {@code /admin/maintenance} for administrators. */
package org.carme.rest.maintenance;
