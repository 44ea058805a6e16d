package org.carme.users;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An account's name as everything else knows it: whoever types "Alice " is alice, so that neither throttles nor sessions
 * tell spellings apart.
 */
public record UserName(String text) {
    private static final Pattern SYNTAX = Pattern.compile("[a-z_][a-z0-9_.-]{0,31}");

    /** @return empty for what cannot be a name: the directory is not asked then */
    public static Optional<UserName> of(String typed) {
        String normal = typed.strip().toLowerCase(Locale.ROOT);
        return SYNTAX.matcher(normal).matches() ? Optional.of(new UserName(normal)) : Optional.empty();
    }
}
