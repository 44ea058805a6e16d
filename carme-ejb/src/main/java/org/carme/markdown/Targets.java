package org.carme.markdown;

import java.util.Optional;

/** Where links and pictures of a text lead on the page that shows it. */
public interface Targets {
    /** @return the address for the browser; empty: the text is shown without a link */
    Optional<String> link(String destination);

    /** @return the address for the browser; empty: a link, if any, is shown in the picture's place */
    Optional<String> image(String destination);
}
