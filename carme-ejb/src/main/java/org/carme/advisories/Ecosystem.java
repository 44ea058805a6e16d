package org.carme.advisories;

import java.util.Optional;
import java.util.stream.Stream;

/** Where packages come from, as advisories name it. */
enum Ecosystem {
    DEBIAN("Debian"),
    UBUNTU("Ubuntu"),
    PYPI("PyPI");

    private static final VersionOrder DPKG = new DebianOrder();
    private static final VersionOrder PEP_440 = new PythonOrder();

    private final String word;

    Ecosystem(String word) {
        this.word = word;
    }

    VersionOrder order() {
        return this == PYPI ? PEP_440 : DPKG;
    }

    /** @param text such as {@code Debian:12}; of others than these, and of Ubuntu Pro, it is empty */
    static Optional<Ecosystem> of(String text) {
        String[] parts = text.split(":", -1);
        return Stream.of(values())
                .filter(one -> one.word.equals(parts[0]))
                .filter(one -> parts.length == 1 || !parts[1].equals("Pro"))
                .findFirst();
    }

    /** @return such as {@code 12}; empty: every release */
    static String release(String text) {
        String[] parts = text.split(":", -1);
        return parts.length == 1 ? "" : parts[1];
    }
}
