/** How self-tests went, for administrators. */
package org.carme.faces.canary;
