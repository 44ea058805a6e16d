package org.carme.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carme.common.ChangedMeanwhileException;
import org.carme.configuration.ConfigurationChange.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file and the real templates and limits. */
class ConfigurationStoreIT extends FileOnDatabase {
    @Test
    void bringsAnotherPortalToTheSameState() {
        apply(TEMPLATE);
        apply(QUOTA);
        String exported = store(ConfigurationStore::export);
        apply(TEMPLATE.replace("maxJobs: 4", "maxJobs: 9"));

        ConfigurationPlan plan = apply(exported);

        assertThat(plan.changes())
                .containsExactly(
                        new ConfigurationChange("templates", "GPU", Kind.CHANGED, "maxJobs: 9 → 4"),
                        new ConfigurationChange("quotas", "GROUP lab ACCELERATOR_HOURS MONTH", Kind.UNCHANGED, ""));
        assertThat(store(ConfigurationStore::export)).isEqualTo(exported).startsWith("# Carme");
    }

    @Test
    void writesDownEveryChangeAndNothingElse() {
        apply(TEMPLATE);
        apply(TEMPLATE);
        apply(QUOTA);
        apply(QUOTA.replace("limit: 100", "limit: 50"));
        apply("version: 1\ncomplete: true\nquotas: []");

        assertThat(audited())
                .containsExactly(
                        "quota-deleted 50", "quota-changed limit: 100 → 50", "quota-created 100", "template-created ");
    }

    @Test
    void changesNothingWhenItOnlyCompares() {
        apply(TEMPLATE);

        ConfigurationPlan plan = compare("version: 1\ncomplete: true\ntemplates: []");

        assertThat(plan.changes()).extracting(ConfigurationChange::kind).containsExactly(Kind.REMOVED);
        assertThat(compare(TEMPLATE).count(Kind.UNCHANGED)).isEqualTo(1);
        assertThat(audited()).hasSize(1);
    }

    @Test
    void leavesAloneWhatAFileDoesNotOwn() {
        apply(TEMPLATE);
        apply(QUOTA);

        assertThat(apply(TEMPLATE.replace("GPU", "Other")).count(Kind.REMOVED))
                .as("not complete")
                .isZero();
        assertThat(apply("version: 1\ncomplete: true\n").changes())
                .as("no section is named")
                .isEmpty();
        assertThat(store(ConfigurationStore::export)).contains("GPU", "Other", "ACCELERATOR_HOURS");
    }

    @Test
    void neverRemovesATemplateInUse() {
        apply(TEMPLATE);
        used.add("GPU");

        assertThat(refusal("version: 1\ncomplete: true\ntemplates: []")
                        .get(0)
                        .why()
                        .messageKey())
                .isEqualTo("conflict.template-in-use");
        assertThat(compare(TEMPLATE).count(Kind.UNCHANGED)).isEqualTo(1);
    }

    @Test
    void noticesWhatHasChangedSinceItWasCompared() {
        String seen = compare(TEMPLATE).state();
        apply(QUOTA);

        assertThatThrownBy(() -> store(store -> store.apply("admin", read(TEMPLATE), Optional.of(seen))))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThat(compare(TEMPLATE).count(Kind.ADDED)).isEqualTo(1);
        String now = compare(TEMPLATE).state();
        store(store -> store.apply("admin", read(TEMPLATE), Optional.of(now)));
        assertThat(compare(TEMPLATE).count(Kind.UNCHANGED)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "maxJobs: 4, maxJobs: none, 6",
        "maxJobs: 4, maxJobs: 0, 6",
        "maxJobs: 4, maxJobs: 99999999999999, 6",
        "maxJobs: 4, maxJobz: 4, 6",
        "partition: gpu, partition: 'a b', 5",
        "partition: gpu, enabled: true, 3",
        "name: GPU, 'name: !!java.util.Date {}', 3",
        "'[base]', '[other]', 3",
        "'[base]', base, 12",
        "a100: 4, a100: x, 11",
        "version: 1, version: 2, 1",
        "version: 1, 'nothing: 1', 1"
    })
    void namesTheLineOfWhatIsWrong(String right, String wrong, int line) {
        assertThat(refusal(TEMPLATE.replace(right, wrong)))
                .extracting(ConfigurationProblem::line)
                .containsExactly(line);
        assertThat(audited()).isEmpty();
    }

    @Test
    void refusesOneObjectTwice() {
        String twice = QUOTA + QUOTA.substring(QUOTA.indexOf("  - "));

        assertThat(refusal(twice)).extracting(ConfigurationProblem::line).containsExactly(8);
    }

    @Test
    void changesNothingForOneWrongLineOfManyAndAnswersSoon() {
        String many = "version: 1\nquotas:\n"
                + IntStream.range(0, 10_000)
                        .mapToObj(i -> "- {subject: USER, name: u%d, resource: JOBS, limit: %s}"
                                .formatted(i, i == 9_000 ? "-1" : "1"))
                        .collect(Collectors.joining("\n"));
        long begin = System.nanoTime();

        assertThat(refusal(many)).extracting(ConfigurationProblem::line).containsExactly(9_003);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(compare("version: 1\ncomplete: true\nquotas: []").changes()).isEmpty();
    }

    @Test
    void appliesManyRowsAndRemovesThem() {
        String many = "version: 1\nquotas:\n"
                + IntStream.range(0, 500)
                        .mapToObj(i -> "- {subject: USER, name: u%d, resource: JOBS, limit: 1}".formatted(i))
                        .collect(Collectors.joining("\n"));
        apply(many);

        ConfigurationPlan changed = apply(many.replace("limit: 1", "limit: 2"));
        ConfigurationPlan removed = apply("version: 1\ncomplete: true\nquotas: []");

        assertThat(changed.count(Kind.CHANGED)).isEqualTo(500);
        assertThat(removed.count(Kind.REMOVED)).isEqualTo(500);
        assertThat(store(ConfigurationStore::export)).contains("quotas: []");
    }
}
