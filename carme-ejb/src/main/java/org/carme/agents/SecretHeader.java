package org.carme.agents;

/**
 * A header that opens a service.
 *
 * @param value in a declaration with {@code {secret}} in the secret's place, in a route complete
 */
public record SecretHeader(String name, String value) {
    static final String PLACEHOLDER = "{secret}";

    SecretHeader with(String secret) {
        return new SecretHeader(name, value.replace(PLACEHOLDER, secret));
    }

    /** Without the value: this may end in a log. */
    @Override
    public String toString() {
        return name;
    }
}
