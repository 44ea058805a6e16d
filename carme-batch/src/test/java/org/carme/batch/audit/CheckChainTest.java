package org.carme.batch.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.carme.audit.AuditCare;
import org.carme.audit.AuditCheck;
import org.carme.audit.AuditCheck.Finding;
import org.carme.audit.AuditProblem;
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

    private static AuditCare log(Optional<Finding> finding) {
        return new AuditCare() {
            @Override
            public Optional<AuditCheck> check(BooleanSupplier stopped, LongConsumer progress) {
                return stopped.getAsBoolean()
                        ? Optional.empty()
                        : Optional.of(new AuditCheck(12, 12, "seal", 0, finding));
            }
        };
    }
}
