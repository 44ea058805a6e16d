package org.carme.agents;

import java.util.regex.Pattern;

/**
 * A service's state in an agent's words.
 *
 * @param detail says why it failed; it ends on pages and in logs, so one printable line is kept of it
 */
public record ServiceReport(String name, ServiceState state, String detail) {
    static final int DETAIL_LENGTH = 500;

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]+");

    public ServiceReport {
        String line = UNPRINTABLE.matcher(detail).replaceAll(" ").strip();
        detail = line.codePointCount(0, line.length()) <= DETAIL_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, DETAIL_LENGTH));
    }
}
