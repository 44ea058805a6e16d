/** Letters by e-mail, through the site's mail server. */
package org.carme.delivery.mail;
