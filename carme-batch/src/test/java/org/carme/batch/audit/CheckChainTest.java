package org.carme.batch.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.carme.audit.AuditCare;
import org.carme.audit.AuditCheck;
import org.carme.audit.AuditCheck.Finding;
import org.carme.audit.AuditProblem;
import org.carme.audit.AuditProgress;
import org.carme.batch.Silence;
import org.junit.jupiter.api.Test;

class CheckChainTest {
    private final CheckChain batchlet = Silence.around(new CheckChain());

    @Test
    void saysHowFarTheLogIsWhole() {
        batchlet.audit = log(Optional.empty());

        assertThat(batchlet.process()).isEqualTo("WHOLE UP TO 12");
    }

    @Test
    void failsIfTheLogIsBroken() {
        batchlet.audit = log(Optional.of(new Finding(13, AuditProblem.MISSING)));

        assertThatThrownBy(batchlet::process).hasMessage("The audit log is broken at entry 13: it was removed");
    }

    @Test
    void doesNotFailOnceStopped() {
        batchlet.audit = log(Optional.of(new Finding(13, AuditProblem.MISSING)));
        batchlet.stop();

        assertThat(batchlet.process()).isEqualTo("STOPPED");
    }

    @Test
    void goesOnAfterARestartWhereItHasBeen() {
        List<Optional<String>> begun = new ArrayList<>();
        batchlet.audit = new AuditCare() {
            @Override
            public Optional<AuditCheck> check(Optional<String> mark, BooleanSupplier stopped, AuditProgress progress) {
                begun.add(mark);
                progress.good(5, "5:five");
                progress.good(7, "12:twelve");
                return Optional.empty();
            }
        };

        batchlet.process();
        assertThat(Silence.rememberedBy(batchlet)).contains("12:twelve");
        batchlet.process();
        assertThat(begun).containsExactly(Optional.empty(), Optional.of("12:twelve"));
    }

    private static AuditCare log(Optional<Finding> finding) {
        return new AuditCare() {
            @Override
            public Optional<AuditCheck> check(Optional<String> mark, BooleanSupplier stopped, AuditProgress progress) {
                return stopped.getAsBoolean()
                        ? Optional.empty()
                        : Optional.of(new AuditCheck(12, 12, "seal", 0, finding));
            }
        };
    }
}
