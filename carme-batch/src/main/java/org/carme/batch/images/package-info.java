/** {@code look-at-images}: what became of the images in the site's stores. */
package org.carme.batch.images;
