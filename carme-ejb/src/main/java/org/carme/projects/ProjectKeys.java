package org.carme.projects;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import org.carme.common.Secrets;

/**
 * The two names that a project gets at birth and keeps, whatever it is called later.
 *
 * @param slug its name in addresses, starts and limits: readable, and no other project's
 * @param linkKey whoever has it may ask to join
 */
record ProjectKeys(String slug, String linkKey) {
    private static final int READABLE = 20;
    private static final int RANDOM_BYTES = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A project whose slug was chosen. */
    static ProjectKeys of(String slug) {
        return new ProjectKeys(slug, Secrets.random());
    }

    static ProjectKeys random(String name) {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-", "");
        String readable = plain.substring(0, Math.min(READABLE, plain.length())).replaceAll("-$", "");
        String start = readable.isEmpty() ? "project" : readable;
        return new ProjectKeys(start + "-" + HexFormat.of().formatHex(bytes), Secrets.random());
    }
}
