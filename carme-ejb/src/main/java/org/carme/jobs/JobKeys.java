package org.carme.jobs;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * The two names that a job gets at birth.
 *
 * @param key its name in addresses: not a secret, but not to be guessed either
 * @param tag its name in the scheduler, by which it is found again after a crash
 */
record JobKeys(String key, String tag) {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int KEY_LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    static JobKeys random() {
        StringBuilder key = new StringBuilder(KEY_LENGTH);
        RANDOM.ints(KEY_LENGTH, 0, ALPHABET.length()).forEach(i -> key.append(ALPHABET.charAt(i)));
        return new JobKeys(key.toString(), "carme:" + UUID.randomUUID());
    }
}
