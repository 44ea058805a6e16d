/**
 * Where job agents reach the portal: a TLS listener of its own, with a certificate of the portal's own authority, that
 * knows two calls and nothing else. It stands apart from the server's listeners because compute nodes must not be able
 * to reach pages and REST there, and browsers nothing of this; and because whatever any user's process on a node sends
 * to it must be cheap to refuse.
 */
package org.carme.agentlistener;
