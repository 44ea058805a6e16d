package org.carme.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.carme.common.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class NewTokenTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void acceptsWhatAPersonTypes() {
        assertThat(new NewToken(" it's <b>mine</b> 👩‍🔬 ", DAY, NewToken.SCOPES).name())
                .isEqualTo("it's <b>mine</b> 👩‍🔬");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"  ", "a\0b", "a\nb"})
    void refusesNamesThatCannotBeShown(String name) {
        assertThatThrownBy(() -> new NewToken(name, DAY, NewToken.SCOPES)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesLongNames() {
        assertThatThrownBy(() -> new NewToken("x".repeat(10_000), DAY, NewToken.SCOPES))
                .isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 367, Integer.MAX_VALUE})
    void refusesTokensForEverOrForNoTime(long days) {
        assertThatThrownBy(() -> new NewToken("x", Duration.ofDays(days), NewToken.SCOPES))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesOtherScopes() {
        assertThatThrownBy(() -> new NewToken("x", DAY, Set.of())).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> new NewToken("x", DAY, Set.of("jobs:read", "root")))
                .isInstanceOf(InvalidRequestException.class);
    }
}
