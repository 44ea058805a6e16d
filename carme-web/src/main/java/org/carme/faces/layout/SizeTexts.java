package org.carme.faces.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Numbers of bytes, as people say them. */
@RequestScoped
public class SizeTexts {
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    @Inject
    Texts texts;

    public String bytes(long bytes) {
        return bytes >= GIGA
                ? texts.text("images.gigabytes", bytes / GIGA)
                : texts.text("images.megabytes", bytes / MEGA);
    }
}
