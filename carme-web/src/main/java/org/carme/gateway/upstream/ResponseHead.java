package org.carme.gateway.upstream;

import java.util.List;
import java.util.stream.Stream;

/**
 * Status and headers of an answer.
 *
 * @param minorVersion of HTTP/1
 */
public record ResponseHead(int minorVersion, int status, List<Header> headers) {
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    /** @return the header's values in their order, lists not taken apart */
    public List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .toList();
    }

    /** Whether a header that is a list of words has this one, whatever its case. */
    public boolean hasWord(String name, String word) {
        return headers.stream()
                .filter(header -> header.is(name))
                .flatMap(header -> Stream.of(header.value().split(",")))
                .anyMatch(part -> part.strip().equalsIgnoreCase(word));
    }

    public boolean isSwitchingProtocols() {
        return status == SWITCHING_PROTOCOLS;
    }

    boolean isInterim() {
        return status < 200 && !isSwitchingProtocols();
    }

    boolean neverHasBody() {
        return status < 200 || status == NO_CONTENT || status == NOT_MODIFIED;
    }

    boolean keepsConnection() {
        return minorVersion == 1 && !hasWord("Connection", "close") && !isSwitchingProtocols();
    }
}
