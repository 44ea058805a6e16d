/** {@code /news} for everybody, {@code /admin/news} for administrators. */
package org.carme.rest.news;
