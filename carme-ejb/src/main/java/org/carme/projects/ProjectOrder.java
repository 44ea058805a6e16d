package org.carme.projects;

/** By what a list of projects is sorted. */
public enum ProjectOrder {
    NEWEST("p.id < seen.id", "p.id DESC"),
    NAME("p.name > seen.name OR p.name = seen.name AND p.id > seen.id", "p.name, p.id"),
    OWNER("p.owner > seen.owner OR p.owner = seen.owner AND p.id > seen.id", "p.owner, p.id"),
    /** What ends soonest comes first, what never ends last. */
    END(
            "seen.expiresAt IS NULL AND p.expiresAt IS NULL AND p.id > seen.id OR seen.expiresAt IS NOT NULL"
                    + " AND (p.expiresAt IS NULL OR p.expiresAt > seen.expiresAt OR p.expiresAt = seen.expiresAt AND p.id > seen.id)",
            "CASE WHEN p.expiresAt IS NULL THEN 1 ELSE 0 END, p.expiresAt, p.id");

    private final String following;
    private final String order;

    ProjectOrder(String following, String order) {
        this.following = following;
        this.order = order;
    }

    /** @return what holds for those that come after the one with the number {@code :last} */
    String following() {
        return "EXISTS (SELECT seen FROM Project seen WHERE seen.id = :last AND (" + following + "))";
    }

    String order() {
        return order;
    }
}
