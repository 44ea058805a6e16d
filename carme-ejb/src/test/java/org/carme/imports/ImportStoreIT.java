package org.carme.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.common.InvalidRequestException;
import org.carme.common.SettableClock;
import org.carme.database.Retry;
import org.carme.database.TestDatabase;
import org.carme.images.FakeLaunches;
import org.carme.images.RegisteredVersion;
import org.carme.images.TestImages;
import org.carme.images.VersionName;
import org.carme.imports.ImportPlan.Status;
import org.carme.messages.Message;
import org.carme.messages.TestMessages;
import org.carme.users.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Registrations, marks and news on a real database. */
class ImportStoreIT {
    private static final String STORE = "/opt/carme/images";
    private static final String TORCH = STORE + "/torch-2.4";
    private static final String PRINT = "0".repeat(64);
    private static final String OTHER = "1".repeat(64);

    final TestDatabase database = database();
    private final SettableClock clock = new SettableClock();

    TestDatabase database() {
        return new TestDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void registersADraftOnceWithWhatIsAudited() {
        assertThat(register("carla", "bob", torch(TORCH))).isTrue();
        assertThat(register("admin", "admin", torch(TORCH))).isFalse();

        assertThat(audited()).containsExactly("image-version-created carla 2.4", "image-created carla ");
        assertThat(registered().state().isStartable()).isFalse();
        assertThatThrownBy(() -> register("carla", "carla", torch(STORE + "/elsewhere")))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void letsOneOfTwoManagersAtOnceRegister() {
        List<CompletableFuture<Boolean>> both = Stream.of("carla", "admin")
                .map(manager -> CompletableFuture.supplyAsync(
                        () -> Retry.onConflict(() -> register(manager, manager, torch(TORCH)))))
                .toList();

        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
        assertThat(audited()).hasSize(2);
    }

    @Test
    void marksFilesAsLongAsTheyAreNotAsTheyWereRegistered() {
        register("carla", "carla", torch(TORCH));
        observe(Optional.of(PRINT));
        assertThat(marks()).isEmpty();

        Instant changed = later();
        observe(Optional.of(OTHER));
        Instant missing = later();
        observe(Optional.empty());
        later();
        observe(Optional.empty());
        assertThat(marks()).containsExactly(new FilesMark("torch", "2.4", Optional.of(changed), Optional.of(missing)));

        observe(Optional.of(OTHER));
        assertThat(marks()).containsExactly(new FilesMark("torch", "2.4", Optional.of(changed), Optional.empty()));
        assertThat(plan(Map.of(TORCH, Optional.of(OTHER))).rows().get(0).status())
                .isEqualTo(Status.CHANGED);
        observe(Optional.of(PRINT));
        assertThat(marks()).as("they are back").isEmpty();
    }

    @Test
    void acceptsChangedFilesOnce() {
        register("carla", "carla", torch(TORCH));
        observe(Optional.of(OTHER));

        assertThat(accept()).isTrue();
        assertThat(accept()).isFalse();

        assertThat(marks()).isEmpty();
        assertThat(audited()).first().isEqualTo("image-files-accepted carla 2.4");
        assertThat(plan(Map.of(TORCH, Optional.of(OTHER))).rows().get(0).status())
                .isEqualTo(Status.UNCHANGED);
        assertThat(plan(Map.of(TORCH, Optional.empty())).rows().get(0).status()).isEqualTo(Status.MISSING);
    }

    @Test
    void leavesAVersionAloneThatIsDeletedMeanwhile() {
        register("carla", "carla", torch(TORCH));
        RegisteredVersion torch = registered();
        transaction(own -> own.createNativeQuery("DELETE FROM image_versions").executeUpdate());

        transaction(own -> {
            store(own).observe(torch, Optional.of(PRINT));
            return null;
        });

        assertThat(files()).isEmpty();
    }

    @Test
    void tellsOfEachFindOnceUntilItIsGone() {
        assertThat(report(true, "/a", "/b")).isEqualTo(2);
        assertThat(report(true, "/a", "/b")).isZero();
        assertThat(report(false, "/a")).as("not everything was seen").isZero();
        assertThat(report(true, "/a", "/b", "/c")).isEqualTo(1);
        assertThat(report(true, "/a")).isZero();
        assertThat(report(true, "/a", "/b")).isEqualTo(1);

        assertThat(messages())
                .extracting(message -> message.key() + " " + message.subject() + " " + message.detail())
                .containsExactly(
                        "images-found /opt/carme/images 1",
                        "images-found /opt/carme/images 1",
                        "images-found /opt/carme/images 2");
    }

    @Test
    void saysOfFindsWhatTheCatalogueForbids() {
        register("carla", "carla", torch(TORCH));
        List<FoundImage> found = List.of(
                found("a", "torch", "2.4"), found("b", "new", "1"), found("c", "new", "1"), found("d", "not*", "1"));

        ImportPlan plan = transaction(own -> planner(own)
                .plan(STORE, new StoreContents(clock.instant(), found, Map.of(), 4, false), NewFinds.NOBODY));

        assertThat(plan.rows())
                .extracting(row -> row.image().location()
                        + row.why().map(why -> " " + why.messageKey()).orElse(""))
                .containsExactly(
                        STORE + "/b",
                        STORE + "/a unfit-image.taken",
                        STORE + "/c unfit-image.twice",
                        STORE + "/d invalid-request.image-name");
        assertThat(plan.rows().get(0).runtime())
                .as("the first that enters folders")
                .isEqualTo("apptainer");
    }

    private static FoundImage found(String file, String name, String version) {
        return new FoundImage(
                STORE + "/" + file,
                new ImageNaming(name, version),
                ImageDeclaration.NOTHING,
                Optional.empty(),
                Optional.of(PRINT),
                Optional.empty());
    }

    private static ProposedImage torch(String location) {
        return new ProposedImage(
                location,
                "torch",
                "2.4",
                "PyTorch",
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(PRINT));
    }

    private boolean register(String actor, String owner, ProposedImage image) {
        ImportDefaults defaults = new ImportDefaults(
                Optional.of("bubblewrap"), Optional.of(owner), ImportDefaults.NONE.access(), List.of());
        Person author =
                new Person(actor, actor, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of());
        return transaction(own -> store(own).register(rules(own).check(image, defaults, author)));
    }

    private void observe(Optional<String> fingerprint) {
        RegisteredVersion torch = registered();
        transaction(own -> {
            store(own).observe(torch, fingerprint);
            return null;
        });
    }

    private RegisteredVersion registered() {
        return transaction(own -> TestImages.names(own).registered().get(0));
    }

    private ImportPlan plan(Map<String, Optional<String>> seen) {
        StoreContents contents = new StoreContents(clock.instant(), List.of(), seen, 1, false);
        return transaction(own -> planner(own).plan(STORE, contents, NewFinds.NOBODY));
    }

    private int report(boolean whole, String... found) {
        return transaction(own -> store(own).report(STORE, List.of(found), whole, Set.of("carla")));
    }

    private boolean accept() {
        VersionName torch = registered().name();
        return transaction(own -> store(own).accept("carla", torch));
    }

    private Map<Long, ImageFiles> files() {
        return transaction(own -> new ImportRepository(own).files());
    }

    private List<Message> messages() {
        return transaction(own -> TestMessages.on(own, clock).recent("carla", 10));
    }

    private List<FilesMark> marks() {
        return transaction(own -> new ImportRepository(own).marks());
    }

    private Instant later() {
        clock.forward(Duration.ofHours(1));
        return clock.instant();
    }

    private List<String> audited() {
        return transaction(
                own -> TestAudit.on(own, clock).all("admin", AuditQuery.ALL, 50, Optional.empty()).entries().stream()
                        .map(entry -> entry.action() + " " + entry.actor() + " " + entry.detail())
                        .toList());
    }

    private ImportStore store(EntityManager own) {
        ImportStore store = new ImportStore();
        store.rows = new ImportRepository(own);
        store.intake = TestImages.intake(own, clock);
        store.messages = TestMessages.on(own, clock);
        store.audit = TestAudit.on(own, clock);
        store.clock = clock;
        return store;
    }

    private ImportRules rules(EntityManager own) {
        ImportRules rules = new ImportRules();
        rules.runtimes = FakeLaunches.runtimes();
        rules.intake = TestImages.intake(own, clock);
        return rules;
    }

    private ImportPlanner planner(EntityManager own) {
        ImportPlanner planner = new ImportPlanner();
        planner.versions = TestImages.names(own);
        planner.files = new ImportRepository(own);
        planner.rules = rules(own);
        return planner;
    }

    private <T> T transaction(Function<EntityManager, T> action) {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> action.apply(own));
        }
    }
}
