/** Known vulnerabilities of what is inside images. */
package org.carme.rest.advisories;
