package org.carme.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carme.common.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRulesTest {
    private static final Set<String> IMAGES = Set.of("base");

    @ParameterizedTest
    @ValueSource(strings = {"GPU", "a", "Große Jobs 2.0", "training-A100_80"})
    void takesNamesThatPeopleType(String name) {
        assertThatCode(() -> TemplateRules.check(TestTemplates.named(name), IMAGES))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " GPU", "GPU ", "a/b", "a'b", "<b>", "a\nb"})
    void refusesNamesThatCouldMeanSomethingElse(String name) {
        refused(TestTemplates.named(name), "name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-gpu", "gpu,cpu", "gpu;id", "gpu cpu"})
    void refusesPartitionsThatSlurmCannotHave(String partition) {
        refused(TestTemplates.template("GPU", partition, 1, Map.of("a100", 1)), "partition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ssd;id", "`id`", "$HOME"})
    void refusesFeaturesThatSlurmCannotRead(String features) {
        refused(with(Optional.of(features), Duration.ofHours(1), Set.of("lab"), "base"), "features");
    }

    @Test
    void refusesNumbersOutOfRange() {
        refused(TestTemplates.template("GPU", "gpu", 0, Map.of("a100", 1)), "maxJobs");
        refused(TestTemplates.template("GPU", "gpu", 1, Map.of("a100", 0)), "accelerators.a100");
        refused(TestTemplates.template("GPU", "gpu", 1, Map.of(Template.CPU, 1)), "accelerators.cpu");
        refused(TestTemplates.template("GPU", "gpu", 1, Map.of()), "accelerators");
        refused(with(Optional.empty(), Duration.ofHours(9), Set.of("lab"), "base"), "defaultMinutes");
    }

    @Test
    void takesTemplatesThatProjectsAloneMayUse() {
        assertThatCode(() -> TemplateRules.check(with(Optional.empty(), Duration.ofHours(1), Set.of(), "base"), IMAGES))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesImagesThatDoNotExist() {
        refused(with(Optional.empty(), Duration.ofHours(1), Set.of("lab"), "other"), "images");
    }

    private static Template with(Optional<String> features, Duration offered, Set<String> groups, String image) {
        return new Template(
                "GPU",
                groups,
                "gpu",
                Optional.empty(),
                Optional.empty(),
                features,
                1,
                1,
                Duration.ofHours(8),
                offered,
                1,
                0,
                Map.of("a100", 1),
                List.of(image),
                true);
    }

    private static void refused(Template template, String field) {
        assertThatThrownBy(() -> TemplateRules.check(template, IMAGES))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.field()).contains(field));
    }
}
