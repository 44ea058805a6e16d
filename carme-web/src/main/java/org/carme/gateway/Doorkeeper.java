package org.carme.gateway;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides who comes in. The gateway's own asks the portal's services; benches and tests let everybody in. */
interface Doorkeeper {
    /** @param cookies the values of all cookies that have the gateway's name */
    Admission admit(EntryPath path, List<String> cookies);

    /** @return what a ticket that is good for this job opens; it is spent then */
    Optional<Opened> redeem(String jobKey, String ticket);

    /** @return those of the sessions that are over, to be asked again and again while something of theirs is open */
    Set<String> over(Collection<String> sessions);

    /**
     * A ticket has become a session.
     *
     * @param cookie the session's secret for the browser
     * @param path where to go, below the gateway's address, beginning with a slash
     */
    record Opened(String cookie, String path) {}
}
