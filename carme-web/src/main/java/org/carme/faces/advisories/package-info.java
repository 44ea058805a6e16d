/** Pages about known vulnerabilities of what is inside images. */
package org.carme.faces.advisories;
