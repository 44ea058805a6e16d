package org.carme.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.carme.audit.AuditEntry;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.common.ChangedMeanwhileException;
import org.carme.common.InvalidRequestException;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.images.TestImages;
import org.carme.templates.TemplateStore.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Templates on a real database. */
class TemplateStoreIT {
    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private long activeJobs;

    @BeforeEach
    void addImage() {
        try (EntityManager own = database.open()) {
            TestDatabase.inTransaction(own, () -> TestImages.add(own, "base"));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsWhatWasMade() {
        store(store -> store.create("admin", TestTemplates.named("GPU")));

        Template kept = store(store -> store.get("GPU")).template();

        assertThat(kept.groups()).containsExactly("lab");
        assertThat(kept.accelerators()).isEqualTo(Map.of("a100", 4));
        assertThat(kept.images()).containsExactly("base");
        assertThat(kept.enabled()).isTrue();
        assertThat(audited()).containsExactly("template-created ");
    }

    @Test
    void takesANameOnce() {
        store(store -> store.create("admin", TestTemplates.named("GPU")));

        assertThatThrownBy(() -> store(store -> store.create("admin", TestTemplates.named("GPU"))))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void tellsWhatAChangeHasChanged() {
        Stored made = store(store -> store.create("admin", TestTemplates.named("GPU")));
        Template wanted = TestTemplates.template("GPU", "gpu", 6, Map.of("a100", 2, Template.CPU, 0));

        Stored changed = store(store -> store.change("admin", wanted, made.version()));

        assertThat(changed.version()).isGreaterThan(made.version());
        assertThat(store(store -> store.get("GPU")).template().maxJobs()).isEqualTo(6);
        assertThat(audited().get(0))
                .isEqualTo("template-changed maxJobs: 4 → 6; accelerators: {a100=4} → {a100=2, cpu=0}");
    }

    @Test
    void writesNothingDownWhereNothingHasChanged() {
        Stored made = store(store -> store.create("admin", TestTemplates.named("GPU")));

        store(store -> store.change("admin", TestTemplates.named("GPU"), made.version()));

        assertThat(audited()).hasSize(1);
    }

    @Test
    void letsNobodyOverwriteWhatHeHasNotSeen() {
        Stored made = store(store -> store.create("admin", TestTemplates.named("GPU")));
        Template first = TestTemplates.template("GPU", "gpu", 4, Map.of("a100", 1));
        Template second = TestTemplates.template("GPU", "gpu", 8, Map.of("a100", 1));
        store(store -> store.change("admin", first, made.version()));

        assertThatThrownBy(() -> store(store -> store.change("carla", second, made.version())))
                .isInstanceOfSatisfying(
                        ChangedMeanwhileException.class,
                        changed -> assertThat(changed.arguments())
                                .containsExactly("admin", "accelerators: {a100=4} → {a100=1}"));
        assertThatThrownBy(() -> store(store -> {
                    store.delete("carla", "GPU", made.version());
                    return null;
                }))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThat(store(store -> store.get("GPU")).template().accelerators()).isEqualTo(first.accelerators());
    }

    @Test
    void deletesOnlyWhatNothingUses() {
        Stored made = store(store -> store.create("admin", TestTemplates.named("GPU")));
        activeJobs = 1;
        assertThatThrownBy(() -> delete(made)).isInstanceOf(TemplateInUseException.class);
        assertThat(store(TemplateStore::all)).hasSize(1);

        activeJobs = 0;
        delete(made);

        assertThat(store(TemplateStore::all)).isEmpty();
        assertThatThrownBy(() -> store(store -> store.get("GPU"))).isInstanceOf(TemplateNotFoundException.class);
        assertThat(audited().get(0)).isEqualTo("template-deleted ");
    }

    @Test
    void offersATemplateOfTwoGroupsOnce() {
        Template both = TestTemplates.named("GPU");
        store(store -> store.create(
                "admin",
                new Template(
                        both.name(),
                        Set.of("lab", "students"),
                        both.partition(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("nvlink"),
                        both.maxJobs(),
                        both.maxNodes(),
                        both.maxTime(),
                        both.defaultTime(),
                        both.cpusPerAccelerator(),
                        both.megabytesPerAccelerator(),
                        both.accelerators(),
                        both.images(),
                        true)));

        List<Template> offered = repository(templates -> templates.ofGroups(List.of("lab", "students", "staff")));
        List<Template> others = repository(templates -> templates.ofGroups(List.of("staff")));

        assertThat(offered).extracting(Template::features).containsExactly(Optional.of("nvlink"));
        assertThat(others).isEmpty();
    }

    private void delete(Stored made) {
        store(store -> {
            store.delete("admin", "GPU", made.version());
            return null;
        });
    }

    private List<String> audited() {
        try (EntityManager own = database.open()) {
            return TestAudit.on(own, clock).all("admin", AuditQuery.ALL, 50, Optional.empty()).entries().stream()
                    .map(TemplateStoreIT::words)
                    .toList();
        }
    }

    private static String words(AuditEntry entry) {
        return entry.action() + " " + entry.detail();
    }

    private <T> T store(Function<TemplateStore, T> action) {
        try (EntityManager own = database.open()) {
            TemplateStore store = new TemplateStore();
            store.templates = new TemplateRepository(own);
            store.images = TestImages.titles(own);
            store.use = template -> activeJobs;
            store.audit = TestAudit.on(own, clock);
            return TestDatabase.inTransaction(own, () -> action.apply(store));
        }
    }

    private <T> T repository(Function<TemplateRepository, T> action) {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> action.apply(new TemplateRepository(own)));
        }
    }
}
