/** The page on which users change their passwords. */
package org.carme.faces.password;
