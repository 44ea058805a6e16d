package org.carme.faces.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Numbers of bytes, as people say them. */
@RequestScoped
public class SizeTexts {
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    @Inject
    Texts texts;

    public String bytes(long bytes) {
        if (bytes < MEGA) {
            return texts.text("size.kilobytes", Math.ceil(bytes / KILO));
        }
        return bytes < GIGA ? texts.text("size.megabytes", bytes / MEGA) : texts.text("size.gigabytes", bytes / GIGA);
    }
}
