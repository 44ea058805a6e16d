/**
 * Backups of Carme's own database: whole files in a folder, each with a checksum beside it. A file has its final name
 * only after it was opened and counted, so whatever is found there can be restored.
 */
package org.carme.backup;
