package org.carme.executions;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carme.common.CarmeException;

/** An exception in words: what it is and what it says, on one line and without secrets. */
public final class FailureWords {
    private static final int MOST = 1000;
    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(\\w*(?:password|passwd|secret|token|credential|authorization)\\w*)(\"?\\s*[=:]\\s*\"?)(?:(?:bearer|basic)\\s+)?[^\\s,;\"&)]+");
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^/@\\s]+@");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}");

    private FailureWords() {}

    /**
     * @return what the last in the chain of causes that is Carme's own says, as that is what is missing; else what the last
     *     one is and says: what containers put around it tells nothing
     */
    public static String of(Throwable failure) {
        List<Throwable> chain =
                Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
        Optional<Throwable> own = chain.stream()
                .filter(one -> one.getClass().getName().startsWith("org.carme."))
                .reduce((first, second) -> second);
        Throwable root = own.orElse(chain.get(chain.size() - 1));
        return line(own.filter(one -> !(one instanceof CarmeException))
                .map(Throwable::getMessage)
                .orElseGet(() -> named(root)));
    }

    /** Others often say only what they are about, or have a key for a text of the reader's language. */
    private static String named(Throwable failure) {
        String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        return failure.getClass().getSimpleName() + message;
    }

    /** @return the same for any text */
    public static String line(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        String safe = NAMED.matcher(plain).replaceAll("$1$2…");
        safe = BEARER.matcher(safe).replaceAll("$1 …");
        safe = IN_ADDRESS.matcher(safe).replaceAll("://…@");
        return cut(safe, MOST);
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
