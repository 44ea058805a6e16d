package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.database.TestDatabase;
import org.carme.images.ImageReference;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an administrator finds, on a real database. */
class JobSearchIT {
    private final TestDatabase database = new TestDatabase();
    private final EntityManager entityManager = database.open();
    private final JobRepository jobs = new JobRepository(entityManager);

    @AfterEach
    void close() {
        entityManager.close();
        database.close();
    }

    @Test
    void findsTheJobsThatANodeHasOrHadNewestFirst() {
        long both = start("one", "node1", "node2");
        long second = start("two", "node2");
        start("three", "node22");
        start("waits");

        assertThat(onNode("node2")).containsExactly(second, both);
        assertThat(onNode("node1")).containsExactly(both);
        assertThat(onNode("node")).isEmpty();
    }

    @Test
    void forgetsTheNodesThatARestartedJobNoLongerHas() {
        long id = start("moves", "node1", "node2");
        TestDatabase.inTransaction(entityManager, () -> {
            Job job = jobs.find(new JobId(id)).orElseThrow();
            job.observe(TestJobs.runningOn(job, "node2", "node3"), TestJobs.NOW);
            return job;
        });

        assertThat(onNode("node1")).isEmpty();
        assertThat(onNode("node2")).containsExactly(id);
        assertThat(onNode("node3")).containsExactly(id);
    }

    @Test
    void findsPartsOfNamesAsTheyAreTypedAndWholeNumbers() {
        long first = start("100% night_shift", "node1");
        long second = start("1000 nights", "node1");

        assertThat(withText("night")).containsExactly(second, first);
        assertThat(withText("0%")).containsExactly(first);
        assertThat(withText("night_")).containsExactly(first);
        assertThat(withText("id" + second)).containsExactly(second);
        assertThat(withText("nothing of that name")).isEmpty();
    }

    @Test
    void findsTheJobsOfAnImageAndOfOneOfItsVersions() {
        long id = start("one", "node1");

        assertThat(withImage("base")).containsExactly(id);
        assertThat(withImage("base:1")).containsExactly(id);
        assertThat(withImage("base:2")).isEmpty();
        assertThat(withImage("bas")).isEmpty();
    }

    @Test
    void findsTheJobsOfEarlierVersionsByTheirNodes() throws SQLException {
        String url = "jdbc:h2:mem:earlier;MODE=MySQL";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            Flyway.configure().dataSource(url, "sa", "").target("14").load().migrate();
            for (String nodes : List.of("", "node1", "node1,n2,node33", "x,x")) {
                statement.execute(earlierJob(nodes));
            }
            Flyway.configure().dataSource(url, "sa", "").load().migrate();

            assertThat(rows(statement)).containsExactly("2 node1", "3 n2", "3 node1", "3 node33", "4 x");
        }
    }

    private static String earlierJob(String nodes) {
        String key = Integer.toString(nodes.length());
        return "INSERT INTO jobs (version, job_key, tag, owner, owner_uid, name, template_name, accelerators_per_node,"
                + " node_count, image, limit_seconds, state, reason, node_names, restarts, services_ready, submitted_at)"
                + " VALUES (1, '" + key + "', '" + key
                + "', 'alice', 7001, 'job', 'CPU', 0, 1, 'base', 60, 'ENDED', '',"
                + " '" + nodes + "', 0, TRUE, 0)";
    }

    private static List<String> rows(Statement statement) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found =
                statement.executeQuery("SELECT job_id, node_name FROM job_nodes ORDER BY job_id, node_name")) {
            while (found.next()) {
                rows.add(found.getLong(1) + " " + found.getString(2));
            }
        }
        return rows;
    }

    private long start(String name, String... nodes) {
        return TestDatabase.inTransaction(entityManager, () -> {
            StartRequest request = TestJobs.named(name);
            Job job = jobs.add(new Job(
                    TestJobs.ALICE,
                    JobKeys.random(),
                    StartRules.check(request, TestJobs.template(4)),
                    null,
                    TestJobs.NOW));
            long id = job.summary().id().value();
            job.registered("id" + id);
            job.observe(TestJobs.runningOn(job, nodes), TestJobs.NOW);
            return id;
        });
    }

    private List<Long> onNode(String node) {
        return found(Optional.of(node), Optional.empty(), Optional.empty());
    }

    private List<Long> withText(String text) {
        return found(Optional.empty(), Optional.empty(), Optional.of(text));
    }

    private List<Long> withImage(String image) {
        return found(Optional.empty(), Optional.of(ImageReference.of(image)), Optional.empty());
    }

    private List<Long> found(Optional<String> node, Optional<ImageReference> image, Optional<String> text) {
        JobQuery query =
                new JobQuery(Optional.empty(), Optional.empty(), Optional.empty(), node, image, text, JobOrder.NEWEST);
        Stream<Job> found = jobs.find(new JobCriteria(query, Long.MAX_VALUE), 10).stream();
        return found.map(job -> job.summary().id().value()).toList();
    }
}
