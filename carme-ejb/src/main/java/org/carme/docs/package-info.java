/**
 * The documentation inside the portal: the files of the folder {@code docs} come with the application, are rendered when
 * the first reader comes, and stay in memory with what the search needs. {@code docs/README.md} is the table of contents.
 */
package org.carme.docs;
