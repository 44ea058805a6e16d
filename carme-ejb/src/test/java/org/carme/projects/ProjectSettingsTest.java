package org.carme.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectSettingsTest {
    @ParameterizedTest
    @CsvSource({"admins, ADMIN", "managers, MANAGER OWNER ADMIN", "members, MEMBER MANAGER OWNER ADMIN"})
    void showsTheUseOfMembersToThoseWhoAreConfigured(String setting, String readers) {
        ProjectSettings settings = of(setting);

        assertThat(Stream.of(Actor.values()).filter(actor -> settings.showUseTo(EnumSet.of(actor))))
                .extracting(Actor::name)
                .containsExactly(readers.split(" "));
        assertThat(settings.showUseTo(Set.of())).isFalse();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> of("everybody")).isInstanceOf(IllegalStateException.class);
    }

    private static ProjectSettings of(String useVisibleTo) {
        ProjectSettings settings = new ProjectSettings();
        settings.useVisibleTo = useVisibleTo;
        settings.validate();
        return settings;
    }
}
