/** {@code /builds}: images that people have made, and what they have done with those that there are. */
package org.carme.rest.builds;
