/**
 * What of a user's messages goes out of the portal, by e-mail or into a chat, and how it gets there: the message and
 * its rows in the outbox are one transaction, nothing is sent inside one, and what was not surely sent is sent again.
 * The senders know nothing of the outbox.
 */
package org.carme.delivery;
