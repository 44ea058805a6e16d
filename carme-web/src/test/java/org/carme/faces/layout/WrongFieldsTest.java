package org.carme.faces.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrongFieldsTest {
    @Test
    void knowsAFieldByItsName() {
        assertThat(WrongFields.isAbout("maxJobs", "maxJobs")).isTrue();
        assertThat(WrongFields.isAbout("maxJobs", "maxNodes")).isFalse();
    }

    @Test
    void takesAPartForTheWhole() {
        assertThat(WrongFields.isAbout("accelerators.a100", "accelerators")).isTrue();
        assertThat(WrongFields.isAbout("accelerators.a100", "accelerators.a100"))
                .isTrue();
        assertThat(WrongFields.isAbout("accelerators.a100", "accelerators.a10"))
                .as("another type")
                .isFalse();
        assertThat(WrongFields.isAbout("accelerators", "accelerators.a100"))
                .as("the whole for a part")
                .isFalse();
    }
}
