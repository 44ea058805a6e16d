package org.carme.faces.layout;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What is looked for as part of a page's address, so that a search can be kept and sent on. */
public final class Address {
    private Address() {}

    /** @return the values that are neither null nor blank, in the map's order, each with an ampersand behind */
    public static String of(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(value -> value.getValue() != null && !value.getValue().isBlank())
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
    }
}
