import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Fills the database; the same records at every run. */
final class Records {
    private static final int JOBS = 100_000;
    private static final int JOBS_OF_ALICE = 2_000;
    private static final int MESSAGES = 50_000;
    private static final int ENTRIES = 20_000;
    private static final int GROUPS = 200;
    private static final int PROJECTS = 2_000;
    private static final int MEMBERS_OF_A_PROJECT = 10;
    private static final int IMAGES = 2_000;
    private static final int PACKAGES = 60_000;
    private static final int PACKAGES_OF_AN_IMAGE = 1_500;
    private static final int BATCH = 2_000;
    private static final long YEAR = TimeUnit.DAYS.toMillis(365);

    private final Random random = new Random(1);
    private final Connection database;
    private final int people;
    private final long now = System.currentTimeMillis();

    private Records(Connection database, int people) {
        this.database = database;
        this.people = people;
    }

    public static void main(String[] arguments) throws SQLException {
        try (Connection database = DriverManager.getConnection(
                System.getenv("CARME_MARIADB_URL") + "?rewriteBatchedStatements=true",
                System.getenv("CARME_MARIADB_USER"),
                System.getenv("CARME_MARIADB_PASSWORD"))) {
            database.setAutoCommit(false);
            Records records = new Records(database, Integer.parseInt(arguments[0]));
            records.projects();
            records.jobs();
            records.messages();
            records.entries();
            records.tokens();
            records.quotas();
            records.images();
        }
    }

    /** Sets the parameters of one row. */
    private interface Row {
        Object[] values(int number);
    }

    private void insert(String table, String columns, int count, Row row) throws SQLException {
        String marks = columns.replaceAll("[^,]+", "?");
        try (PreparedStatement statement =
                database.prepareStatement("INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")")) {
            for (int i = 0; i < count; i++) {
                Object[] values = row.values(i);
                for (int j = 0; j < values.length; j++) {
                    statement.setObject(j + 1, values[j]);
                }
                statement.addBatch();
                if (i % BATCH == BATCH - 1) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
            database.commit();
        }
    }

    /** Alice owns every hundredth and is a member of as many. */
    private void projects() throws SQLException {
        insert(
                "projects",
                "id,version,slug,link_key,name,description,owner,state,reason,requested_at,expires_at",
                PROJECTS,
                i -> new Object[] {
                    i + 1, 1, slug(i), String.format("key%029d", i), "Project " + i, "What it is for.",
                    owner(i), i % 20 == 0 ? "REQUESTED" : "ACTIVE", "", now - YEAR,
                    now + YEAR / PROJECTS * i
                });
        insert(
                "project_members",
                "version,project_id,user_name,state,since",
                PROJECTS * MEMBERS_OF_A_PROJECT,
                i -> {
                    int project = i / MEMBERS_OF_A_PROJECT;
                    return switch (i % MEMBERS_OF_A_PROJECT) {
                        case 0 -> member(project, owner(project), "OWNER");
                        case 1 -> member(project, project % 100 == 50 ? "alice" : other(project, 1), "MEMBER");
                        case 2 -> member(project, other(project, 2), "REQUESTED");
                        default -> member(project, other(project, i % MEMBERS_OF_A_PROJECT), "MEMBER");
                    };
                });
        insert("project_templates", "project_id,template_name", PROJECTS, i -> new Object[] {i + 1, "GPU"});
    }

    private Object[] member(int project, String name, String state) {
        return new Object[] {1, project + 1, name, state, now - YEAR};
    }

    private static String owner(int project) {
        return project % 100 == 0 ? "alice" : user(1 + project);
    }

    /** Nobody who owns a project. */
    private String other(int project, int member) {
        return user(people - (project * 7 + member * 499) % (people / 2));
    }

    private void jobs() throws SQLException {
        insert(
                "jobs",
                "version,job_key,tag,owner,owner_uid,name,template_name,accelerator_type,accelerators_per_node,node_count,"
                        + "image,limit_seconds,state,outcome,reason,slurm_job_id,node_names,restarts,services_ready,"
                        + "submitted_at,sent_at,started_at,ended_at,charged_group,charged_project",
                JOBS,
                i -> {
                    long submitted = now - YEAR + YEAR / JOBS * i;
                    String owner = i % (JOBS / JOBS_OF_ALICE) == 0 ? "alice" : user(1 + random.nextInt(people));
                    return new Object[] {
                        1, String.format("%026d", i), new UUID(1, i).toString(), owner, 7001,
                        i % 3 == 0 ? "night training " + i : "My job", i % 4 == 0 ? "CPU" : "GPU",
                        i % 4 == 0 ? null : "a100", i % 4 == 0 ? 0 : 1 + i % 4, 1 + i % 2, "base", 28_800, "ENDED",
                        i % 9 == 0 ? "FAILED" : "COMPLETED", i % 9 == 0 ? "NonZeroExitCode" : "", Integer.toString(i + 1),
                        node(i), 0, true, submitted, submitted + 50, submitted + 2_000,
                        submitted + 2_000 + random.nextInt(28_800_000),
                        i % 2 == 0 ? group(i) : null, i % 2 == 0 ? null : slug(i % PROJECTS)
                    };
                });
        insert("job_nodes", "job_id,node_name", JOBS, i -> new Object[] {i + 1, node(i)});
    }

    private void messages() throws SQLException {
        insert("messages", "user_name,kind,message_key,subject,detail,job_id,created_at,unread", MESSAGES, i ->
                new Object[] {
                    i % 10 == 0 ? "alice" : user(1 + random.nextInt(people)), "INFO", "job-accepted", "My job", "", i + 1,
                    now - YEAR / 52 / MESSAGES * (MESSAGES - i), i % 3 == 0
                });
    }

    private void entries() throws SQLException {
        insert(
                "audit_entries",
                "happened_at,actor,about,origin,action_code,object_kind,object_id,object_name,detail",
                ENTRIES,
                i -> {
                    String actor = i % 100 == 0 ? "alice" : user(1 + random.nextInt(people));
                    long when = now - YEAR / ENTRIES * (ENTRIES - i);
                    return new Object[] {
                        when, actor, actor, "127.0.0.1", "job-started", "job", Integer.toString(i), "My job", "GPU"
                    };
                });
    }

    private void tokens() throws SQLException {
        insert("api_tokens", "user_name,name,token_hash,scopes,created_at,expires_at", people, i -> new Object[] {
            user(i + 1), "laptop", String.format("%064d", i), "jobs:read", now, now + YEAR
        });
    }

    private void quotas() throws SQLException {
        insert(
                "quotas",
                "version,subject_kind,subject_name,resource,accelerator_type,period,quota_limit,carry_over",
                GROUPS,
                i -> new Object[] {1, "GROUP", group(i), "ACCELERATOR_HOURS", "", "MONTH", 10_000, false});
        insert(
                "quotas",
                "version,subject_kind,subject_name,resource,accelerator_type,period,quota_limit,carry_over",
                1,
                i -> new Object[] {1, "EVERY_USER", "", "ACCELERATOR_HOURS", "a100", "QUARTER", 50_000, true});
    }

    /** One version each, all of them in the template for GPUs; images share most of their packages. */
    private void images() throws SQLException {
        insert("images", "name,title,description,owner,version", IMAGES, i ->
                new Object[] {image(i), "Image " + i, "What it is for.", "carla", 1});
        insert("template_images", "template_name,image_name", IMAGES, i -> new Object[] {"GPU", image(i)});
        insert(
                "image_versions",
                "id,version,image_name,name,runtime,location,accelerators,entry_points,binds,flags,notes,state,created_by,"
                        + "created_at,approved_by,approved_at",
                IMAGES,
                i -> new Object[] {
                    1_000 + i, 1, image(i), "1", "none", "", true, "", "", "", "", "ACTIVE", "carla", now, "carla", now
                });
        insert("packages", "id,url,kind,name,version,licences", PACKAGES, i -> {
            String name = i % 1_000 == 7 ? "torch" : "lib" + i / 10 + "-dev";
            String version = "2." + i % 10 + "." + i / 10;
            return new Object[] {1 + i, "pkg:pypi/" + name + "@" + version, "PIP", name, version, "MIT"};
        });
        insert("image_contents", "version_id,taken_at,taken_by,package_count,document", IMAGES, i ->
                new Object[] {1_000 + i, now, "carla", PACKAGES_OF_AN_IMAGE, new byte[] {0}});
        insert("image_packages", "version_id,package_id", IMAGES * PACKAGES_OF_AN_IMAGE, i -> {
            int image = i / PACKAGES_OF_AN_IMAGE;
            int place = i % PACKAGES_OF_AN_IMAGE;
            int offset = place < PACKAGES_OF_AN_IMAGE / 2 ? 0 : image % 40 * PACKAGES_OF_AN_IMAGE;
            return new Object[] {1_000 + image, 1 + offset + place};
        });
    }

    private static String image(int number) {
        return String.format("image-%05d", number);
    }

    private static String node(int job) {
        return "node0" + (1 + job % 4);
    }

    private static String user(int number) {
        return String.format("user%05d", number);
    }

    private static String slug(int number) {
        return String.format("project-%08d", number);
    }

    private static String group(int number) {
        return String.format("lab%03d", 1 + number % GROUPS);
    }
}
