/** Personal API tokens. */
package org.carme.faces.tokens;
