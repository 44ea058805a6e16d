package org.carme.advisories;

import java.nio.file.Path;

/** No check can begin, as earlier ones that nobody waits for any more still hang. */
public final class ChecksWaitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChecksWaitException(Path folder) {
        super("Earlier checks still wait for the disk of " + folder + " or for the database; once these answer, run the"
                + " job again");
    }
}
