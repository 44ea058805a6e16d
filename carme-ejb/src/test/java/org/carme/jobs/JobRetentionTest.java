package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobRetentionTest {
    private final JobRetention retention = new JobRetention();

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 403, 36_501})
    void refusesTimesThatMakeNoSenseOrThatStatementsNeed(int days) {
        retention.days = days;

        assertThatThrownBy(retention::validate)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("carme.history.days");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 1825, 36_500})
    void allowsAYearAndMore(int days) {
        retention.days = days;

        assertThatCode(retention::validate).doesNotThrowAnyException();
    }
}
