/** {@code /health}: what monitoring and the launcher ask, without login. */
package org.carme.rest.health;
