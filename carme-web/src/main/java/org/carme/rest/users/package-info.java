/** {@code /me} and {@code /tokens}. */
package org.carme.rest.users;
