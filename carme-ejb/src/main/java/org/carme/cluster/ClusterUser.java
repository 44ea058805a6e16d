package org.carme.cluster;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody in whose name jobs are submitted and cancelled. That no such value exists for root or a system account keeps
 * every caller from acting as one of them.
 *
 * @param name the Unix user name
 * @param uid at least 1000
 */
public record ClusterUser(String name, long uid) {
    private static final long FIRST_UID = 1000;
    /** nobody of 16-bit systems; some file servers give it to every unknown user. */
    private static final long NOBODY = 65534;
    /** 32 bits without their last two values, which are "nobody" and "no user". */
    private static final long LAST_UID = 0xFFFF_FFFEL;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,31}");

    public ClusterUser {
        if (!isAcceptable(name, uid)) {
            throw new IllegalArgumentException("No jobs in the name of this account, uid " + uid);
        }
    }

    /** @return empty for an account in whose name nothing may be done: root, a system account, an impossible name */
    public static Optional<ClusterUser> of(String name, long uid) {
        return isAcceptable(name, uid) ? Optional.of(new ClusterUser(name, uid)) : Optional.empty();
    }

    /** @return whether this can be the name of an account other than root */
    public static boolean isUserName(String name) {
        return NAME.matcher(name).matches() && !name.toLowerCase(Locale.ROOT).equals("root");
    }

    private static boolean isAcceptable(String name, long uid) {
        return uid >= FIRST_UID && uid < LAST_UID && uid != NOBODY && isUserName(name);
    }
}
