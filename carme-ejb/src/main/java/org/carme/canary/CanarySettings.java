package org.carme.canary;

import java.util.Optional;
import java.util.function.Function;

/**
 * What the configuration says about the self-test.
 *
 * @param user as whom its job runs; empty: it is off
 * @param template that this user may start; given where he is
 */
public record CanarySettings(Optional<String> user, Optional<String> template) {
    static final String USER_KEY = "carme.canary.user";
    static final String TEMPLATE_KEY = "carme.canary.template";

    /** @throws IllegalStateException naming the key that is wrong */
    static CanarySettings of(Function<String, Optional<String>> configuration) {
        Optional<String> user = configuration.apply(USER_KEY).filter(text -> !text.isBlank());
        Optional<String> template = configuration.apply(TEMPLATE_KEY).filter(text -> !text.isBlank());
        if (user.isPresent() && template.isEmpty()) {
            throw new IllegalStateException(TEMPLATE_KEY + ": not set, but needed with " + USER_KEY);
        }
        return new CanarySettings(user, template);
    }

    public boolean isOn() {
        return user.isPresent();
    }
}
