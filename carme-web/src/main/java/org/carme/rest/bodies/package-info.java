/** The form of the bodies that the API is sent. What their values mean, the services check. */
package org.carme.rest.bodies;
