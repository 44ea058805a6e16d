/** Known vulnerabilities of what is inside images, from files in the OSV format (I4). */
package org.carme.advisories;
