/** Pages about what is inside images. */
package org.carme.faces.packages;
