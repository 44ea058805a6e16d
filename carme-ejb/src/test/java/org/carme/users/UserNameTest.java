package org.carme.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserNameTest {
    @Test
    void makesOneNameOfAllSpellings() {
        assertThat(UserName.of(" Alice ")).hasValue(new UserName("alice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_svc", "anna-lena.meier_2"})
    void acceptsUnixNames(String name) {
        assertThat(UserName.of(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "alice*",
                "alice)(uid=*",
                "alice,ou=people",
                "al ice",
                "alice\0",
                "al\nice",
                "2alice",
                "älice",
                "аlice",
                "a123456789b123456789c123456789d123"
            })
    void refusesWhatCannotBeAName(String name) {
        assertThat(UserName.of(name)).isEmpty();
    }

    @Test
    void refusesEndlessNames() {
        assertThat(UserName.of("a".repeat(10_000))).isEmpty();
    }
}
