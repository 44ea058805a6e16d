package org.carme.delivery;

import java.util.Locale;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;

/** A way out of the portal. */
public enum Channel {
    MAIL,
    CHAT;

    /** @return the word in addresses and bundle keys, such as {@code mail} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidRequestException if there is none of that code */
    public static Channel of(String code) {
        return Stream.of(values())
                .filter(channel -> channel.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException("invalid-request.field", "channel"));
    }
}
