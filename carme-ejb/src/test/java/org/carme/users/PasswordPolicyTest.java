package org.carme.users;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.carme.common.InvalidRequestException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final UserName ALICE = new UserName("alice");

    private final PasswordPolicy policy = new PasswordPolicy();

    @BeforeEach
    void takeTheDefaults() {
        policy.length = 25;
        policy.classes = 3;
        policy.validate();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"correct Horse battery staple", "0123456789 abcdefghijklmno", "ÄäÖöÜüß 0123456789 abcdefgh"})
    void takesLongMixedPasswords(String password) {
        assertThatCode(() -> policy.check(ALICE, password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "correct Horse battery 1, password-length",
        "correcthorsebatterystaple1, password-classes",
        "correct horse battery ALICE 1, password-name"
    })
    void refusesWhatBreaksARule(String password, String key) {
        assertRefused(password, key);
    }

    @Test
    void refusesWhatNobodyCanType() {
        assertRefused("correct Horse battery\u0000 staple 1", "password-unprintable");
        assertRefused("aA1 ".repeat(51), "password-length");
    }

    @Test
    void countsCharactersAndNotTheirParts() {
        assertRefused("😀".repeat(20) + "aA1", "password-length");
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "201, 3", "25, 0", "25, 5"})
    void stopsTheStartForImpossibleRules(int length, int classes) {
        policy.length = length;
        policy.classes = classes;

        assertThatThrownBy(policy::validate)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("carme.password.");
    }

    private void assertRefused(String password, String key) {
        assertThatThrownBy(() -> policy.check(ALICE, password))
                .isInstanceOf(InvalidRequestException.class)
                .extracting("messageKey")
                .isEqualTo("invalid-request." + key);
    }
}
