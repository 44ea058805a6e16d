package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carme.jobs.TestJobs.template;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.TestNodes;
import org.carme.common.InvalidRequestException;
import org.carme.inventory.TypeName;
import org.carme.staging.StagedData;
import org.carme.templates.StartOptionsService;
import org.carme.templates.Template;
import org.carme.templates.TestStartOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"PINNs", "it's \"quoted\"", "<b>bold</b>", "日本語", "👩‍🔬 run 3", "a; rm -rf $HOME", "ä ö ü"})
    void takesAnyNameAPersonWouldType(String name) {
        assertThat(StartRules.check(TestJobs.named(name), template(1)).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "\u001b[31mred", "\u202Eabc", "\ud83d"})
    void refusesNamesThatCannotBeShown(String name) {
        assertThatThrownBy(() -> StartRules.check(TestJobs.named(name), template(1)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesATooLongNameInsteadOfCuttingIt() {
        assertThatThrownBy(() -> StartRules.check(TestJobs.named("x".repeat(10_000)), template(1)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void knowsARepeatedStartByItsDataAsWell() {
        JobSpec one = StartRules.check(TestJobs.with(StagedData.of("~/a", "~/out")), template(1));

        assertThat(one.sameAs(StartRules.check(TestJobs.with(StagedData.of("~/a", "~/out")), template(1))))
                .isTrue();
        assertThat(one.sameAs(StartRules.check(TestJobs.with(StagedData.of("~/b", "~/out")), template(1))))
                .isFalse();
        assertThat(one.sameAs(StartRules.check(TestJobs.with(StagedData.of("~/a", null)), template(1))))
                .isFalse();
    }

    @Test
    void givesADefaultNameAndTime() {
        JobSpec spec = StartRules.check(TestJobs.named("   "), template(1));

        assertThat(spec.name()).isEqualTo("My job");
        assertThat(spec.timeLimit()).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @CsvSource({
        "a100, 0, 1, base, 60",
        "a100, 5, 1, base, 60",
        "a100, -1, 1, base, 60",
        "a100, 1, 0, base, 60",
        "a100, 1, 3, base, 60",
        "h100, 1, 1, base, 60",
        "cpu, 1, 1, base, 60",
        "a100, 1, 1, secret, 60",
        "a100, 1, 1, base, 0",
        "a100, 1, 1, base, 481",
        "a100, 1, 1, base, 9223372036854"
    })
    void refusesWhatTheFormWouldNotOffer(String type, int perNode, int nodes, String image, long minutes) {
        StartRequest request = new StartRequest(
                "GPU",
                Optional.empty(),
                Optional.of(type),
                perNode,
                nodes,
                image,
                Optional.empty(),
                Optional.of(Duration.ofMinutes(minutes)),
                StagedData.NONE,
                Optional.empty());

        assertThatThrownBy(() -> StartRules.check(request, template(1))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void knowsACpuOnlyJobByAnyOfItsNames() {
        StartRequest none = new StartRequest(
                "GPU",
                Optional.empty(),
                Optional.empty(),
                0,
                1,
                "base:1",
                Optional.empty(),
                Optional.empty(),
                StagedData.NONE,
                Optional.empty());
        StartRequest cpu = new StartRequest(
                "GPU",
                Optional.empty(),
                Optional.of(Template.CPU),
                0,
                1,
                "base:1",
                Optional.empty(),
                Optional.empty(),
                StagedData.NONE,
                Optional.empty());

        assertThat(StartRules.check(none, template(1)).acceleratorType()).isEmpty();
        assertThat(StartRules.check(cpu, template(1)).acceleratorType()).isEmpty();
    }

    @Test
    void refusesWhatNoNodesHave() {
        ClusterStatus status = new ClusterStatus();
        StartOptionsService options = TestStartOptions.of(status);
        JobSpec two = StartRules.check(TestJobs.wanting(4, 2), template(1));
        StartRules.requireNodes(two, options.nodes(template(1)));

        status.seen(List.of(TestNodes.node("node01", "gpu", Map.of("a100", 4))), Instant.EPOCH);

        assertThatThrownBy(() -> StartRules.requireNodes(two, options.nodes(template(1))))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.arguments()).containsExactly(1, 4, new TypeName("a100"), "GPU"));
        StartRules.requireNodes(StartRules.check(TestJobs.wanting(4, 1), template(1)), options.nodes(template(1)));
    }
}
