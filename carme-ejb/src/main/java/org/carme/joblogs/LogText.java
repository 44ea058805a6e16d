package org.carme.joblogs;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes text of what a terminal would be sent. Anything may be in it. */
final class LogText {
    /** CSI and OSC sequences, then all other two-character ones. */
    private static final Pattern ESCAPES = Pattern.compile(
            "\u001b\\[[0-?]*+[ -/]*+[@-~]?|\u001b\\][^\u0007\u001b\n]*+(?:\u0007|\u001b\\\\)?|\u001b[ -/]*+[0-~]?");

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}&&[^\n\t]]+");

    private LogText() {}

    /** A progress bar that writes over its line again and again is shown as it stood last. */
    static String of(byte[] bytes) {
        String text = ESCAPES.matcher(new String(bytes, StandardCharsets.UTF_8)).replaceAll("");
        String lines =
                Stream.of(text.split("\n", -1)).map(LogText::asItStoodLast).collect(Collectors.joining("\n"));
        return UNPRINTABLE.matcher(lines).replaceAll("\ufffd");
    }

    private static String asItStoodLast(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\r') {
            end--;
        }
        return line.substring(line.lastIndexOf('\r', end - 1) + 1, end);
    }
}
