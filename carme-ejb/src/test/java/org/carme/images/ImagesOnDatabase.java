package org.carme.images;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.users.Person;
import org.junit.jupiter.api.AfterEach;

/** A test's own database with a catalogue in it. */
abstract class ImagesOnDatabase {
    static final ImageProfile TORCH = profile("torch", ImageAccess.everybody());

    final TestDatabase database = database();
    final SettableClock clock = new SettableClock();
    final Map<String, ImageUse.Jobs> jobs = new HashMap<>();
    List<String> templates = List.of();

    TestDatabase database() {
        return new TestDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    static ImageProfile profile(String name, ImageAccess access) {
        return new ImageProfile(name, "PyTorch", "*Learns* 100 % of it", access);
    }

    static VersionSpec spec(String name, String location) {
        VersionContent content = new VersionContent(
                "bubblewrap",
                location,
                Optional.of("sha256:" + "0".repeat(64)),
                List.of(new ImageBind("/data", "/mnt/data", true), new ImageBind("/scratch", "/mnt/scratch", false)),
                List.of("net"),
                List.of("jupyter", "terminal"));
        return new VersionSpec(name, content, Optional.of(1_000L), true, "new");
    }

    static Person person(String name, String... groups) {
        return new Person(name, name, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(groups), Set.of());
    }

    /** Makes it with versions that can be started, the last one approved last. */
    void have(ImageProfile profile, String... versions) {
        store(store -> store.create("carla", profile));
        for (String version : versions) {
            draft(profile.name(), version);
            move(profile.name(), version, VersionState.ACTIVE);
            clock.forward(Duration.ofHours(1));
        }
    }

    void draft(String image, String version) {
        versions(store -> store.add("carla", image, spec(version, "/opt/carme/images/" + version)));
    }

    void move(String image, String version, VersionState next) {
        long revision = version(image, version).revision();
        versions(store -> store.move("admin", image, version, next, revision));
    }

    ImageVersionDetails version(String image, String name) {
        return details(image).versions().stream()
                .filter(version -> version.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    ImageDetails details(String image) {
        return reads(reads -> reads.details(image, Optional.empty()));
    }

    List<String> audited() {
        return transaction(
                own -> TestAudit.on(own, clock).all("admin", AuditQuery.ALL, 50, Optional.empty()).entries().stream()
                        .map(entry -> entry.action() + " " + entry.detail())
                        .toList());
    }

    interface Step<T> {
        void on(T subject);
    }

    void store(Step<ImageStore> step) {
        transaction(own -> {
            ImageStore store = new ImageStore();
            store.images = new ImageRepository(own);
            store.use = new Used();
            store.offers = new Offered();
            store.audit = TestAudit.on(own, clock);
            step.on(store);
            return null;
        });
    }

    void versions(Step<VersionStore> step) {
        transaction(own -> {
            VersionStore store = new VersionStore();
            store.images = new ImageRepository(own);
            store.use = new Used();
            store.audit = TestAudit.on(own, clock);
            store.clock = clock;
            step.on(store);
            return null;
        });
    }

    <T> T reads(Function<ImageReads, T> action) {
        return transaction(own -> {
            ImageReads reads = new ImageReads();
            reads.images = new ImageRepository(own);
            reads.use = new Used();
            reads.offers = new Offered();
            return action.apply(reads);
        });
    }

    ImageStarts starts(EntityManager own) {
        ImageStarts starts = new ImageStarts();
        starts.images = new ImageRepository(own);
        starts.projects = user -> user.equals("bob") ? Set.of("pinns") : Set.of();
        return starts;
    }

    <T> T transaction(Function<EntityManager, T> action) {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> action.apply(own));
        }
    }

    private final class Used implements ImageUse {
        @Override
        public Map<String, Long> active(Collection<String> images) {
            return Map.of();
        }

        @Override
        public Map<String, Jobs> ofVersions(String image) {
            return jobs;
        }

        @Override
        public List<Start> latest(String image, int most) {
            return List.of();
        }
    }

    private final class Offered implements ImageOffers {
        @Override
        public Set<String> to(Person person) {
            return Set.of();
        }

        @Override
        public List<String> templatesWith(String image) {
            return templates;
        }
    }
}
