/** {@code check-advisories}: known vulnerabilities of what is inside images. */
package org.carme.batch.advisories;
