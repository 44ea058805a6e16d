/** Where else the site's users find something: chat, wiki, more, and what the law wants in the footer. */
package org.carme.links;
