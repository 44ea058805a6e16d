package org.carme.delivery;

import java.util.Optional;

/** Sends letters by one channel. Nothing of it runs inside a transaction. */
public interface Sender {
    Channel channel();

    /** @return whether the site has this channel */
    boolean isOffered();

    /** @return why nothing may go to that address, as a code; empty if it may */
    Optional<String> objection(String address);

    /** Sends it, within a minute or two at most. Never throws for what the other side does. */
    Outcome send(Letter letter);
}
