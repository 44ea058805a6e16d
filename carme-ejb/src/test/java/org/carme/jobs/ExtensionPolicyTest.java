package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionPolicyTest {
    @ParameterizedTest
    @CsvSource({"-1, 2", "0, 0", "169, 1", "1, 169", "85, 2"})
    void refusesMoreThanTheCertificatesOfAgentsLast(int times, int hours) {
        ExtensionPolicy policy = new ExtensionPolicy();
        policy.times = times;
        policy.hours = hours;
        assertThatThrownBy(policy::validate)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("carme.jobs.extend");
    }

    @Test
    void allowsAWeek() {
        ExtensionPolicy policy = new ExtensionPolicy();
        policy.times = 84;
        policy.hours = 2;
        assertThatCode(policy::validate).doesNotThrowAnyException();
    }
}
