/** {@code /admin/backups}: backups of the database. */
package org.carme.rest.backup;
