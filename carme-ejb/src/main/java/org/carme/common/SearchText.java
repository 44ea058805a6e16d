package org.carme.common;

import java.util.Collection;
import java.util.Locale;

/** A text that somebody looks for, in any case; the empty one is in everything. */
public record SearchText(String text) {
    /** @return whether it is part of any of these */
    public boolean isIn(Collection<String> said) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || said.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
