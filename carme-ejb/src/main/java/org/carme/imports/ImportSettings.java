package org.carme.imports;

import java.util.Optional;

/**
 * What the configuration says about imports.
 *
 * @param registersNew whether what the nightly look finds becomes a draft by itself
 */
record ImportSettings(boolean registersNew) {
    static final String REGISTER_NEW_KEY = "carme.images.import.register-new";

    /** @throws IllegalStateException naming the key that is wrong */
    static ImportSettings of(Optional<String> registerNew) {
        String word = registerNew.orElse("false");
        if (!word.equals("true") && !word.equals("false")) {
            throw new IllegalStateException(REGISTER_NEW_KEY + " must be true or false");
        }
        return new ImportSettings(Boolean.parseBoolean(word));
    }
}
