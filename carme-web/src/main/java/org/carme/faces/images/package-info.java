/** The catalogue of images: what everybody may start, and what image managers keep. */
package org.carme.faces.images;
