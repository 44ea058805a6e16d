package org.carme.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.carme.common.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTextTest {
    @Test
    void keepsWhatPeopleType() {
        ProjectText text = ProjectText.checked(" Größe & <b>: 数据 ", "# Goal\r\n\r\n- *first*\t2 ");

        assertThat(text.name()).isEqualTo("Größe & <b>: 数据");
        assertThat(text.description()).isEqualTo("# Goal\n\n- *first*\t2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\nb", "a\u0000b", "a\u202eb", "123456789012345678901234567890123456789012345678901"})
    void refusesNamesThatCannotBeShownInALine(String name) {
        assertThatThrownBy(() -> ProjectText.checked(name, "")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesDescriptionsThatCannotBeKept() {
        assertThatThrownBy(() -> ProjectText.checked("a", "x".repeat(4001)))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> ProjectText.checked("a", "a\u0000b")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void givesEveryProjectAReadableNameOfItsOwn() {
        String first = ProjectKeys.random("  Größe & Co: a very long name").slug();

        assertThat(first).matches("grosse-co-a-very-lon-[0-9a-f]{8}");
        assertThat(ProjectKeys.random("数据").slug()).matches("project-[0-9a-f]{8}");
        assertThat(ProjectKeys.random("a").slug())
                .isNotEqualTo(ProjectKeys.random("a").slug());
        assertThat(ProjectKeys.random("a").linkKey()).hasSize(43);
    }
}
