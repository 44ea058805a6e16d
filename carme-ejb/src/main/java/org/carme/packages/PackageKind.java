package org.carme.packages;

import java.util.Arrays;

/** With what a package was installed. */
public enum PackageKind {
    APT("deb"),
    CONDA("conda"),
    PIP("pypi"),
    OTHER("");

    private final String type;

    PackageKind(String type) {
        this.type = type;
    }

    /** @param type as package URLs have it */
    static PackageKind of(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.equals(type))
                .findFirst()
                .orElse(OTHER);
    }
}
