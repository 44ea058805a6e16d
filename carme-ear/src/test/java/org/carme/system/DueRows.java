package org.carme.system;

import static org.carme.system.DueRow.changed;
import static org.carme.system.DueRow.count;
import static org.carme.system.DueRow.daysAgo;
import static org.carme.system.DueRow.insert;
import static org.carme.system.DueRow.job;
import static org.carme.system.DueRow.removed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** For every step that works in the database one row to deal with. Its name is new in each run of the tests. */
final class DueRows {
    private static final String MARK = "due-" + System.currentTimeMillis();

    /** Of a job that there is not. */
    private static final String JOB = "1000000000001";

    private static final String OLD = "TIMESTAMP '2001-01-01 00:00:00'";
    private static final String MISSING = "user_name = '" + MARK + "'";
    private static final String MESSAGE =
            "kind = 'INFO', message_key = '" + MARK + "', subject = '', detail = '', unread = FALSE, ";
    private static final String OF_MARK =
            "(SELECT jobinstanceid FROM JBATCHJOBINSTANCEDATA WHERE name = '" + MARK + "')";
    private static final String DAY = "(SELECT DATE_FORMAT(NOW() - INTERVAL 300 DAY, '%Y-%m-%d'))";
    private static final String NOON = "UNIX_TIMESTAMP(DATE(NOW() - INTERVAL 300 DAY)) * 1000 + 43200000";

    /** Steps that are given none, and why. */
    static final Map<String, String> NONE = Map.ofEntries(
            Map.entry("back-up-database/write", "writes a file"),
            Map.entry("back-up-database/check", "reads a file"),
            Map.entry("back-up-database/rotate", "removes files"),
            Map.entry("check-advisories/check", "reads files, and begins anew: BatchKillsIT has that"),
            Map.entry("check-audit-log/chain", "only reads"),
            Map.entry("clean-up/audit", "removes sealed rows, which only the portal makes, once they are old"),
            Map.entry("clean-up/judge", "only reads what became of the steps before it"),
            Map.entry("import-accounting/runs", "its rows are slurmdbd's"),
            Map.entry("look-at-images/stores", "reads folders"),
            Map.entry("reconcile-jobs/repeat-cancels", "needs a job of Slurm: KilledReconciliationIT has one"),
            Map.entry("reconcile-jobs/repeat-extensions", "needs a job of Slurm"),
            Map.entry("reconcile-jobs/find-doubles", "needs jobs of Slurm"),
            Map.entry("self-test/test", "makes its job by itself, and begins anew: BatchKillsIT has that"),
            Map.entry("submit-jobs/send", "sends to Slurm: KilledReconciliationIT holds it in the middle"));

    private DueRows() {}

    static List<DueRow> all() {
        return Stream.of(told(), ofPeople(), ofThoseWhoLeft(), ofJobs(), ofTheSite(), ofTheBooks(), warned())
                .flatMap(List::stream)
                .toList();
    }

    static Optional<DueRow> of(BatchStep step) {
        return all().stream().filter(row -> row.step().equals(step.toString())).findFirst();
    }

    private static List<DueRow> told() {
        return List.of(
                removed(
                        "clean-up/messages",
                        "messages",
                        "message_key = '" + MARK + "' AND user_name = 'alice'",
                        MESSAGE + "user_name = 'alice', created_at = 1"),
                removed(
                        "clean-up/outbox",
                        "outbox",
                        "message_key = '" + MARK + "'",
                        "user_name = 'alice', channel = 'MAIL', state = 'SENT', kind = 'INFO', message_key = '" + MARK
                                + "', subject = '', detail = '', told_at = 1, not_before = 1, attempts = 1, sent_at = 1"),
                removed(
                        "clean-up/news",
                        "news",
                        "title = '" + MARK + "'",
                        "version = 0, title = '" + MARK + "', body = '', severity = 'INFO', shown_from = 1,"
                                + " shown_until = 1, must_read = FALSE, on_login = FALSE, told_site = TRUE"));
    }

    private static List<DueRow> ofPeople() {
        return List.of(
                removed(
                        "clean-up/entries",
                        "entry_tickets",
                        "ticket_hash = '" + MARK + "'",
                        "ticket_hash = '" + MARK
                                + "', job_key = 'x', service = 'x', user_name = 'alice', expires_at = 1"),
                removed(
                        "clean-up/sessions",
                        "portal_sessions",
                        "key_hash = '" + MARK + "'",
                        "key_hash = '" + MARK + "', user_name = 'alice', started_at = 1, last_action_at = 1"),
                removed("clean-up/tokens", "api_tokens", "name = '" + MARK + "'", token("alice", "1", "1")),
                removed(
                        "clean-up/logins",
                        "login_failures",
                        "origin = '" + MARK + "'",
                        "origin = '" + MARK + "', failures = 1, last_failed_at = 1"));
    }

    private static List<DueRow> ofThoseWhoLeft() {
        return List.of(
                changed(
                                "check-left-people/find",
                                count(
                                        "messages m",
                                        MISSING + " AND NOT EXISTS (SELECT 1 FROM missing_people p"
                                                + " WHERE p.user_name = m.user_name)"),
                                count("missing_people", MISSING),
                                message())
                        .uncounted(),
                changed(
                        "check-left-people/end",
                        count("api_tokens", MISSING),
                        count("audit_entries", "action_code = 'token-revoked' AND about = '" + MARK + "'"),
                        missing(2),
                        insert("api_tokens", token(MARK, daysAgo(0), DueRow.days(1000)))),
                changed(
                        "check-left-people/anonymise",
                        count("messages", MISSING),
                        count("audit_entries", "action_code = 'person-anonymised' AND about = '" + MARK + "'"),
                        missing(200),
                        message()));
    }

    private static String message() {
        return insert("messages", MESSAGE + MISSING + ", created_at = " + daysAgo(0));
    }

    private static String missing(int days) {
        return insert("missing_people", MISSING + ", missing_since = " + daysAgo(days));
    }

    private static String token(String user, String made, String ends) {
        return "user_name = '" + user + "', name = '" + MARK + "', token_hash = '" + MARK + user
                + "', scopes = 'jobs:read', created_at = " + made + ", expires_at = " + ends;
    }

    private static List<DueRow> ofJobs() {
        String log = "key-of-log";
        String old = "key-of-job";
        String uncertain = "key-of-start";
        return List.of(
                removed(
                        "clean-up/start-estimates",
                        "start_estimates",
                        "job_id = " + JOB,
                        "job_id = " + JOB + ", made_at = 1, starts_at = 1"),
                removed(
                        "clean-up/usage",
                        "usage_samples",
                        "job_id = " + JOB,
                        List.of(
                                insert("usage_jobs", "job_id = " + JOB + ", ended_at = 1, step_seconds = 10"),
                                insert(
                                        "usage_samples",
                                        "job_id = " + JOB + ", node_index = 0, sampled_at = 1, gpus = ''"))),
                removed(
                        "clean-up/logs",
                        "job_logs l JOIN jobs j ON j.id = l.job_id",
                        "j.job_key = '" + log + "'",
                        List.of(
                                job(log, "ENDED", ended(daysAgo(100))),
                                "INSERT INTO job_logs (job_id, position, tail, written_at, watched_until)"
                                        + " SELECT id, 0, '', 1, 1 FROM jobs WHERE job_key = '" + log + "'")),
                removed("clean-up/jobs", "jobs", "job_key = '" + old + "'", List.of(job(old, "ENDED", ended("2")))),
                changed(
                                "reconcile-jobs/recover-starts",
                                count("jobs", "job_key = '" + uncertain + "' AND state = 'SUBMITTING'"),
                                count("jobs", "job_key = '" + uncertain + "' AND outcome = 'CANCELLED'"),
                                job(
                                        uncertain,
                                        "SUBMITTING",
                                        "submitted_at = %1$s, sent_at = %1$s, cancel_requested_at = %1$s"
                                                .formatted(daysAgo(0) + " - 60000")))
                        .uncounted());
    }

    private static String ended(String at) {
        return "outcome = 'COMPLETED', submitted_at = 1, started_at = 1, ended_at = " + at;
    }

    private static List<DueRow> ofTheSite() {
        return List.of(removed(
                "clean-up/outside-jobs",
                "outside_jobs",
                "slurm_job_id = '" + MARK + "'",
                "version = 0, slurm_job_id = '" + MARK + "', submitted_at = 1, owner = 'alice', account = '',"
                        + " tasks = 1, node_count = 1, accelerator_type = '', accelerators = 0,"
                        + " limit_seconds = 60, started_at = 1, ended_at = 1"));
    }

    private static List<DueRow> ofTheBooks() {
        return List.of(
                removed("clean-up/accounting", "accounted_runs", "project = '" + MARK + "'", run("1", "1")),
                removed(
                        "clean-up/utilisation",
                        "utilisation",
                        "type_name = '" + MARK + "'",
                        "sampled_at = 60000, minutes = 1, type_name = '" + MARK
                                + "', total = 1, in_use = 0, free = 1, down = 0"),
                // the last twenty of a job are kept
                changed(
                        "clean-up/executions",
                        "SELECT COUNT(*) - 20 FROM JBATCHEXECUTIONINSTANCEDATA WHERE jobinstanceid IN " + OF_MARK,
                        DueRow.UNKNOWN,
                        insert("JBATCHJOBINSTANCEDATA", "name = '" + MARK + "', apptag = 'x'"),
                        ("INSERT INTO JBATCHEXECUTIONINSTANCEDATA (jobinstanceid, createtime, starttime, endtime,"
                                        + " updatetime, batchstatus, exitstatus) SELECT " + OF_MARK
                                        + ", %1$s, %1$s, %1$s, %1$s, 'COMPLETED', 'COMPLETED' FROM seq_1_to_21")
                                .formatted(OLD)),
                changed(
                        "import-accounting/days",
                        count("usage_days_due", "usage_day = " + DAY),
                        "SELECT SUM(jobs) FROM usage_days WHERE project = '" + MARK + "'",
                        insert("accounted_runs", run(NOON, NOON + " + 60000")),
                        insert("usage_days_due", "usage_day = " + DAY)));
    }

    private static String run(String begun, String ended) {
        return "slurm_job_id = '" + MARK + "', submitted_at = 1, cluster_name = '', owner = 'alice', account = '',"
                + " partition_name = '', project = '" + MARK + "', group_name = '', accelerator_type = '',"
                + " accelerators = 0, cpus = 1, started_at = " + begun + ", ended_at = " + ended;
    }

    private static List<DueRow> warned() {
        String told = count("messages", "subject = '" + MARK + "' AND user_name = 'alice'");
        return List.of(
                changed(
                        "warn-of-expiry/projects",
                        count("projects", "slug = '" + MARK + "' AND warned_days IS NULL"),
                        told,
                        insert(
                                "projects",
                                "version = 0, slug = '%1$s', link_key = '%1$s', name = '%1$s', description = '',"
                                                .formatted(MARK)
                                        + " owner = 'alice', state = 'ACTIVE', reason = '', requested_at = 1, expires_at = "
                                        + DueRow.days(20)),
                        "INSERT INTO project_members (version, project_id, user_name, state, since)"
                                + " SELECT 0, id, 'alice', 'OWNER', 1 FROM projects WHERE slug = '" + MARK + "'"),
                changed(
                        "warn-of-expiry/tokens",
                        count("api_tokens", "name = '" + MARK + "' AND user_name = 'alice' AND warned_days IS NULL"),
                        told,
                        insert("api_tokens", token("alice", "1", DueRow.days(3)))));
    }

    /** Takes away what steps have left of the rows. */
    static void clean(SiteDatabase database) {
        Stream.of(
                        "project_members WHERE project_id IN (SELECT id FROM projects WHERE slug = '" + MARK + "')",
                        "projects WHERE slug = '" + MARK + "'",
                        "api_tokens WHERE name = '" + MARK + "'",
                        "messages WHERE subject = '" + MARK + "' OR " + MISSING,
                        "missing_people WHERE " + MISSING,
                        "usage_jobs WHERE job_id = " + JOB,
                        "jobs WHERE job_key LIKE 'key-of-%'",
                        "accounted_runs WHERE project = '" + MARK + "'",
                        "usage_days WHERE project = '" + MARK + "'",
                        "JBATCHEXECUTIONINSTANCEDATA WHERE jobinstanceid IN " + OF_MARK,
                        "JBATCHJOBINSTANCEDATA WHERE name = '" + MARK + "'")
                .forEach(rows -> database.run("DELETE FROM " + rows));
    }
}
