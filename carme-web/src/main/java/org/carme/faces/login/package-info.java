/** Logging in and out. */
package org.carme.faces.login;
