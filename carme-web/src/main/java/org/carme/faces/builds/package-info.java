/** Pages on which people have images of their own made, and image managers see what waits for them. */
package org.carme.faces.builds;
