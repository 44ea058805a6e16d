/** What of the messages goes out of the portal: the user's settings, and the health of the ways for administrators. */
package org.carme.faces.delivery;
