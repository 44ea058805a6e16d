package org.carme.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdlePolicyTest {
    private static final Optional<String> GROUPS = Optional.empty();

    @Test
    void isOffUnlessTheSiteWantsIt() {
        assertThat(policy(0, null).of(GROUPS)).isEmpty();
        assertThat(policy(0, null).of(Optional.of("vision"))).isEmpty();
    }

    @Test
    void letsProjectsDifferFromTheSite() {
        IdlePolicy policy = policy(60, "vision=240, course=0");
        assertThat(policy.of(GROUPS)).map(IdleRule::after).contains(Duration.ofHours(1));
        assertThat(policy.of(Optional.of("other"))).map(IdleRule::after).contains(Duration.ofHours(1));
        assertThat(policy.of(Optional.of("vision")))
                .contains(new IdleRule(Duration.ofHours(4), Duration.ofMinutes(15)));
        assertThat(policy.of(Optional.of("course"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vision", "vision=", "vision=-1", "vision=NaN", "vision=1=2", "vision=20000", "a=1,"})
    void refusesWhatCannotBeMeant(String projects) {
        assertThatIllegalStateException()
                .isThrownBy(() -> policy(60, projects))
                .withMessageContaining("carme.idle.projects");
    }

    @Test
    void refusesTimesThatCannotBeMeant() {
        assertThatIllegalStateException().isThrownBy(() -> policy(-1, null));
        assertThatIllegalStateException().isThrownBy(() -> policy(Double.NaN, null));
    }

    private static IdlePolicy policy(double after, String projects) {
        IdlePolicy policy = new IdlePolicy();
        policy.after = after;
        policy.grace = 15;
        policy.projects = Optional.ofNullable(projects);
        policy.validate();
        return policy;
    }
}
