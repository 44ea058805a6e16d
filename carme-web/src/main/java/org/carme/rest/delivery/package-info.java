/** {@code /me/message-settings}: what of the caller's messages goes out of the portal. */
package org.carme.rest.delivery;
