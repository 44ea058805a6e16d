/**
 * The only way from a browser to the services of a job: {@code /entry/<job key>/<service>/…} on an origin of its own.
 * What is behind it is user code, and so is everything that comes back from there: nothing of it may reach the portal,
 * another job, or a name that the gateway uses itself.
 */
package org.carme.gateway;
