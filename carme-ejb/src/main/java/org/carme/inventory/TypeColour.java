package org.carme.inventory;

import java.util.Locale;

/** The colours of accelerator types: those of Okabe and Ito, which colour-blind people can tell apart. */
public enum TypeColour {
    BLUE,
    ORANGE,
    GREEN,
    PURPLE,
    SKY,
    RED,
    YELLOW,
    /** Last, because no accelerator has it unasked. */
    GREY;

    /** @return the colour of a type that nobody has described, always the same for the same name */
    static TypeColour standard(String name) {
        return values()[Math.floorMod(name.hashCode(), values().length - 1)];
    }

    /** @return the name of its class in the style sheet */
    public String style() {
        return "type-" + name().toLowerCase(Locale.ROOT);
    }
}
