package org.carme.presets;

import org.carme.common.InvalidRequestException;
import org.carme.staging.StagingRules;

/** What a preset may hold; whether a template offers it is checked when it is used. */
final class PresetRules {
    static final int MOST = 20;

    private static final int TITLE_LENGTH = 40;
    private static final int NAME_LENGTH = 64;
    private static final int PROJECT_LENGTH = 128;
    private static final int IMAGE_LENGTH = 100;
    private static final int MOST_OF_ANYTHING = 100_000;

    private PresetRules() {}

    /**
     * The preset with its title stripped.
     *
     * @throws InvalidRequestException naming what is wrong
     */
    static Preset check(Preset preset) {
        String title = preset.title().strip();
        text("title", title, TITLE_LENGTH);
        text("template", preset.template(), NAME_LENGTH);
        preset.project().ifPresent(project -> text("project", project, PROJECT_LENGTH));
        text("acceleratorType", preset.acceleratorType(), NAME_LENGTH);
        text("image", preset.image(), IMAGE_LENGTH);
        range("acceleratorsPerNode", preset.acceleratorsPerNode(), 0);
        range("nodes", preset.nodes(), 1);
        range("timeLimitMinutes", preset.timeLimitMinutes(), 1);
        return new Preset(
                title,
                preset.template(),
                preset.project(),
                preset.acceleratorType(),
                preset.acceleratorsPerNode(),
                preset.nodes(),
                preset.image(),
                preset.timeLimitMinutes(),
                StagingRules.checkWords(preset.data()));
    }

    private static void text(String field, String value, int most) {
        if (value.isBlank() || value.length() > most || value.codePoints().anyMatch(Character::isISOControl)) {
            throw InvalidRequestException.naming(field, "invalid-request.preset-text", most);
        }
    }

    private static void range(String field, int value, int least) {
        if (value < least || value > MOST_OF_ANYTHING) {
            throw InvalidRequestException.naming(field, "invalid-request.range", least, MOST_OF_ANYTHING);
        }
    }
}
