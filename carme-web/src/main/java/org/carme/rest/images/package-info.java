/** {@code /images} and {@code /admin/images}: the catalogue for everybody, and what image managers do with it. */
package org.carme.rest.images;
