package org.carme.audit;

/** Who may read everybody's entries; told from outside, because this package knows no other feature. */
public interface Auditors {
    /** @return whether the user may read what concerns others */
    boolean includes(String user);
}
