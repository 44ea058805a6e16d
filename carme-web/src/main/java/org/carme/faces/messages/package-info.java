/** What the user was told: the bell of every page, the card of the home page, and the page of all messages. */
package org.carme.faces.messages;
