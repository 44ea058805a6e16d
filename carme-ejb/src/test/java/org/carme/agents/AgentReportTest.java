package org.carme.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentReportTest {
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 22, 1023, 65536})
    void refusesPortsThatNoAgentCanHave(int port) {
        assertThatThrownBy(() -> TestReports.report(1, Optional.of(port), List.of()))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesAServiceNamedTwice() {
        ServiceReport service = new ServiceReport("jupyter", ServiceState.READY, "");

        assertThatThrownBy(() -> TestReports.report(1, Optional.empty(), List.of(service, service)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void keepsOnePrintableLineOfADetail() {
        String nasty = " exit 1\r\n\u001b[31mred\u0000 \u202Ereversed\u2028 \ud800 Grüße \ud83d\ude00 ";

        assertThat(new ServiceReport("jupyter", ServiceState.FAILED, nasty).detail())
                .isEqualTo("exit 1 [31mred reversed Grüße \ud83d\ude00");
    }

    @Test
    void cutsALongDetailBetweenCharacters() {
        String detail = new ServiceReport("jupyter", ServiceState.FAILED, "\ud83d\ude00".repeat(9999)).detail();

        assertThat(detail).isEqualTo("\ud83d\ude00".repeat(500));
    }
}
