package org.carme.system;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Holds executions of batch jobs inside steps. The database does it for the test, so that the portal needs to know
 * nothing of it.
 */
final class HeldSteps implements AutoCloseable {
    private static final String WAITING =
            "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND state = 'User lock'";

    private final SiteDatabase database = new SiteDatabase();
    private final Map<String, String> places;
    private final int wanted;

    /** @param places by what is done to a table, under which condition it waits */
    private HeldSteps(Map<String, String> places, int wanted) {
        this.places = places;
        this.wanted = wanted;
        database.run("DO GET_LOCK('carme-test', 0)");
        places.forEach((place, condition) -> database.run("CREATE OR REPLACE TRIGGER " + trigger(place) + " BEFORE "
                + place + " FOR EACH ROW IF " + condition + " THEN DO GET_LOCK('carme-test', 600); END IF"));
    }

    private static String trigger(String place) {
        return "test_" + place.replace(' ', '_');
    }

    /**
     * Where the steps have done their work, and the runtime is about to write that down.
     *
     * @param steps one of each job at most
     */
    static HeldSteps atTheEnd(List<BatchStep> steps) {
        String wanted = steps.stream().map(step -> "'" + step + "'").collect(Collectors.joining(", "));
        String condition = "EXISTS (SELECT 1 FROM JBATCHSTEPEXECUTIONINSTANCEDATA s"
                + " JOIN JBATCHEXECUTIONINSTANCEDATA e ON e.jobexecid = s.jobexecid"
                + " JOIN JBATCHJOBINSTANCEDATA i ON i.jobinstanceid = e.jobinstanceid"
                + " WHERE s.stepexecid = NEW.id AND s.batchstatus = 'STARTED'"
                + " AND CONCAT(i.name, '/', s.stepname) IN (" + wanted + "))";
        return new HeldSteps(Map.of("UPDATE ON JBATCHSTEPSTATUS", condition), steps.size());
    }

    /** A self-test that has passed a stage, and a check of advisories that has begun. */
    static HeldSteps inTheMiddle() {
        return new HeldSteps(
                Map.of(
                        "INSERT ON canary_stages", "TRUE",
                        "UPDATE ON advisory_checks", "NEW.outcome = 'RUNNING'"),
                2);
    }

    /**
     * Between two portions of what a step removes from a table.
     *
     * @param rows which rows of the table count, as a condition
     * @param left how many of them are left then
     */
    static HeldSteps betweenPortions(String table, String rows, int left) {
        return at("DELETE ON " + table, "(SELECT COUNT(*) FROM " + table + " WHERE " + rows + ") <= " + left);
    }

    /**
     * Wherever one step comes to.
     *
     * @param place what is done to a table, such as {@code UPDATE ON jobs}
     * @param condition what OLD and NEW must be
     */
    static HeldSteps at(String place, String condition) {
        return new HeldSteps(Map.of(place, condition), 1);
    }

    boolean areReached() {
        return database.numbers(WAITING).size() == wanted;
    }

    /**
     * Nothing of what is held comes to pass, as if the database had noticed at once that the portal is dead. The database
     * may have been started anew meanwhile.
     */
    @Override
    public void close() {
        try (SiteDatabase now = new SiteDatabase()) {
            now.numbers(WAITING).forEach(now::end);
            places.keySet().forEach(place -> now.run("DROP TRIGGER " + trigger(place)));
        } finally {
            database.close();
        }
    }
}
