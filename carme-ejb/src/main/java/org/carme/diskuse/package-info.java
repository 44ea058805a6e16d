/** What people's homes take of the site's disks, as a file of the site says. */
package org.carme.diskuse;
