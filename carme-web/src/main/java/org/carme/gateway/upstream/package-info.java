/**
 * A small blocking HTTP/1.1 client over channels. One strict parser serves ordinary exchanges and WebSocket handshakes,
 * and a channel, unlike a socket, can be handed to a selector afterwards. Everything that a service sends is user code's
 * word: whatever is ambiguous is refused, never repaired.
 */
package org.carme.gateway.upstream;
