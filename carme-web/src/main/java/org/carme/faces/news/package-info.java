/** The news on the pages of everybody, and the page on which administrators write them. */
package org.carme.faces.news;
