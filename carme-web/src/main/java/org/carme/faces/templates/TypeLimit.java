package org.carme.faces.templates;

import java.io.Serializable;

/** How many accelerators of a type a template allows per node, as a field of its form. */
public class TypeLimit implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final int present;
    private Integer most;

    /**
     * A type.
     *
     * @param present how many a node has at most, 0 if the cluster has none
     * @param most null: the type is not offered
     */
    TypeLimit(String type, int present, Integer most) {
        this.type = type;
        this.present = present;
        this.most = most;
    }

    public String getType() {
        return type;
    }

    public int getPresent() {
        return present;
    }

    public Integer getMost() {
        return most;
    }

    public void setMost(Integer most) {
        this.most = most;
    }
}
