package org.carme.inventory;

/**
 * An accelerator type among the arguments of a failure; whoever makes the text calls it as people do.
 *
 * @param name as the scheduler names it
 */
public record TypeName(String name) {
    @Override
    public String toString() {
        return name;
    }
}
