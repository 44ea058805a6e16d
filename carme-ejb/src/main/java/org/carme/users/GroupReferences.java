package org.carme.users;

/** What one feature keeps under the names of groups. Every feature that keeps anything so has a bean of this kind. */
public interface GroupReferences {
    /** @return its place in the order of locks */
    int place();

    /**
     * Puts another name in the place of a group's, in the caller's transaction, and writes down who did.
     *
     * @throws org.carme.common.InvalidRequestException if the same is kept under the other name already
     */
    void rename(String admin, String before, String now);
}
