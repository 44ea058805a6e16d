package org.carme.agents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Which jobs get an ssh of their own between their nodes. */
public enum SshPolicy {
    NEVER,
    /** Jobs on several nodes. */
    MULTI,
    ALWAYS;

    static final String KEY = "carme.jobs.ssh";

    /** @throws IllegalStateException naming the key if the value is none of these */
    static SshPolicy of(Function<String, Optional<String>> configuration) {
        String text = configuration.apply(KEY).orElse(MULTI.word());
        return Arrays.stream(values())
                .filter(policy -> policy.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(KEY + " must be never, multi or always, not " + text));
    }

    /** As the configuration and jobs have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean covers(int nodes) {
        return this == ALWAYS || (this == MULTI && nodes > 1);
    }
}
