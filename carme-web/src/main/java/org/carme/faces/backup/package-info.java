/** Backups of the database, on the system page. */
package org.carme.faces.backup;
