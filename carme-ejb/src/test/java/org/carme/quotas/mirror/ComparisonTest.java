package org.carme.quotas.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.cluster.Association;
import org.carme.cluster.AssociationLimits;
import org.carme.quotas.mirror.Comparison.Noted;
import org.carme.quotas.mirror.LimitLine.Step;
import org.junit.jupiter.api.Test;

/** What is proposed for Slurm, and what is left alone there. */
class ComparisonTest {
    private static final Association BOB = new Association("carme", "lab", "bob", "");
    private static final LimitName JOBS = new LimitName("jobs");
    private static final LimitName A100 = new LimitName("gres/gpu:a100");

    @Test
    void setsWhatIsMissingOrTooWide() {
        assertThat(compare(limits(null, Map.of("gres/gpu:a100", 8L)), Map.of(JOBS, 3L, A100, 2L), Map.of()))
                .containsExactly(
                        new LimitLine(BOB, A100, Optional.of(8L), Optional.of(2L), Step.SET),
                        new LimitLine(BOB, JOBS, Optional.empty(), Optional.of(3L), Step.SET));
    }

    @Test
    void saysNothingOfWhatIsAsItShallBe() {
        assertThat(compare(limits(3L, Map.of("node", 7L)), Map.of(JOBS, 3L), Map.of()))
                .isEmpty();
    }

    @Test
    void keepsAStricterLimitThatIsNotItsOwn() {
        LimitLine kept = new LimitLine(BOB, JOBS, Optional.of(1L), Optional.of(3L), Step.KEPT);
        assertThat(compare(limits(1L, Map.of()), Map.of(JOBS, 3L), Map.of())).containsExactly(kept);
        assertThat(compare(limits(1L, Map.of()), Map.of(JOBS, 3L), Map.of(JOBS, noted(2, null))))
                .as("somebody has changed it since")
                .containsExactly(kept);
    }

    @Test
    void widensWhatItHasSetItself() {
        assertThat(compare(limits(2L, Map.of()), Map.of(JOBS, 3L), Map.of(JOBS, noted(2, null))))
                .containsExactly(new LimitLine(BOB, JOBS, Optional.of(2L), Optional.of(3L), Step.SET));
    }

    @Test
    void goesBackToWhatWasThereBeforeWhenTheRuleIsGone() {
        assertThat(compare(limits(2L, Map.of()), Map.of(), Map.of(JOBS, noted(2, 9L))))
                .containsExactly(new LimitLine(BOB, JOBS, Optional.of(2L), Optional.of(9L), Step.CLEAR));
        assertThat(compare(limits(4L, Map.of()), Map.of(), Map.of(JOBS, noted(2, 9L))))
                .as("not its own any more")
                .isEmpty();
    }

    @Test
    void makesOneCommandOfEachAssociation() {
        Association lab = new Association("carme", "lab", "", "");
        Association inPartition = new Association("carme", "lab", "alice", "gpu");
        assertThat(Commands.of(List.of(
                        new LimitLine(BOB, A100, Optional.empty(), Optional.of(2L), Step.SET),
                        new LimitLine(BOB, JOBS, Optional.empty(), Optional.of(3L), Step.SET),
                        new LimitLine(BOB, new LimitName("node"), Optional.of(1L), Optional.empty(), Step.CLEAR),
                        new LimitLine(lab, JOBS, Optional.of(3L), Optional.empty(), Step.CLEAR),
                        new LimitLine(inPartition, JOBS, Optional.of(1L), Optional.of(3L), Step.KEPT),
                        new LimitLine(inPartition, A100, Optional.of(3L), Optional.of(1L), Step.SET))))
                .containsExactly(
                        "sacctmgr -i modify user where name=bob account=lab cluster=carme set GrpJobs=3"
                                + " GrpTRES=gres/gpu:a100=2,node=-1",
                        "sacctmgr -i modify account where name=lab cluster=carme set GrpJobs=-1",
                        "sacctmgr -i modify user where name=alice account=lab cluster=carme partition=gpu set"
                                + " GrpTRES=gres/gpu:a100=1");
    }

    @Test
    void makesNoCommandOfNamesThatAShellCouldMisread() {
        assertThat(Commands.canName(BOB)).isTrue();
        for (String name : List.of("a b", "$(id)", "a;b", "a'b", "a,b", "a=b", "a\nb")) {
            assertThat(Commands.canName(new Association("carme", "lab", name, "")))
                    .isFalse();
            assertThat(Commands.canName(new Association("carme", name, "", ""))).isFalse();
            assertThat(Commands.canName(new Association(name, "lab", "", ""))).isFalse();
            assertThat(Commands.canName(new Association("carme", "lab", "", name)))
                    .isFalse();
        }
        assertThat(Commands.canName(new Association("carme", "", "bob", ""))).isFalse();
    }

    private static List<LimitLine> compare(
            AssociationLimits present, Map<LimitName, Long> wanted, Map<LimitName, Noted> noted) {
        return Comparison.lines(present, wanted, noted);
    }

    private static AssociationLimits limits(Long jobs, Map<String, Long> resources) {
        return new AssociationLimits(BOB, Optional.ofNullable(jobs), resources);
    }

    private static Noted noted(long value, Long before) {
        return new Noted(value, Optional.empty(), Optional.ofNullable(before));
    }
}
