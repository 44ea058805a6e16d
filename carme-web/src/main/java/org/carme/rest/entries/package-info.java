/** {@code /jobs/{id}/entry-points}: links to services for clients without a portal session. */
package org.carme.rest.entries;
