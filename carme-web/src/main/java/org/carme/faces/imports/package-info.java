/** Import of images from stores, and the marks of versions whose files are not as they were registered. */
package org.carme.faces.imports;
