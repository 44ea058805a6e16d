package org.carme.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.carme.common.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What administrators may type. */
class ScheduleRulesTest {
    private static final ScheduledJob JOB =
            new ScheduledJob("job", Optional.empty(), new TreeMap<>(Map.of("days", Pattern.compile("[1-9][0-9]?"))));

    @Test
    void takesWhatIsRight() {
        WantedSchedule wanted = new WantedSchedule(
                " 20  3 * * 1-5 ", "Europe/Berlin", 10, true, "skip", "08:00-18:00", Map.of("days", "30"));

        Schedule schedule = ScheduleRules.check(JOB, wanted);

        assertThat(schedule.cron().text()).isEqualTo("20 3 * * 1-5");
        assertThat(schedule.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(schedule.jitter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(schedule.catchUp()).isEqualTo(CatchUp.SKIP);
        assertThat(WantedSchedule.of(schedule).blackouts()).isEqualTo("08:00-18:00");
        assertThat(schedule.parameters()).containsExactly(Map.entry("days", "30"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "* * * *",
                "61 * * * *",
                "*/0 * * * *",
                "@daily",
                "0 0 30 2 *",
                "0 0 31 4,6 *",
                "* * * * * *"
            })
    void refusesWrongExpressions(String cron) {
        assertThat(wrongField(new WantedSchedule(cron, "UTC", 0, true, "once", "", Map.of())))
                .isEqualTo("cron");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8-18",
                "08:00",
                "08:00-08:00",
                "25:00-26:00",
                "08:00-18:00-19:00",
                "00:00-12:00, 12:00-00:00",
                "08:00:30-09:00"
            })
    void refusesWrongBlackouts(String blackouts) {
        assertThat(wrongField(new WantedSchedule("0 3 * * *", "UTC", 0, true, "once", blackouts, Map.of())))
                .isEqualTo("blackouts");
    }

    @ParameterizedTest
    @CsvSource({
        "Nowhere/City, 0, once, 30, zone",
        "+01:00, 0, once, 30, zone",
        "UTC, -1, once, 30, jitterMinutes",
        "UTC, 61, once, 30, jitterMinutes",
        "UTC, 9223372036854775807, once, 30, jitterMinutes",
        "UTC, 0, twice, 30, catchUp",
        "UTC, 0, once, 100, parameters"
    })
    void refusesWhatElseIsWrong(String zone, long jitter, String catchUp, String days, String field) {
        WantedSchedule wanted = new WantedSchedule("0 3 * * *", zone, jitter, true, catchUp, "", Map.of("days", days));

        assertThat(wrongField(wanted)).isEqualTo(field);
    }

    @Test
    void refusesParametersThatTheJobDoesNotKnow() {
        assertThat(wrongField(new WantedSchedule("0 3 * * *", "UTC", 0, true, "once", "", Map.of("other", "1"))))
                .isEqualTo("parameters");
    }

    @Test
    void saysAnExpressionInWords() {
        assertThat(Cron.of("20 3 * * *").words(Locale.ENGLISH)).isEqualTo("at 03:20");
        assertThat(Cron.of("20 3 * * *").words(Locale.GERMANY)).isEqualTo("um 03:20");
    }

    private static String wrongField(WantedSchedule wanted) {
        return catchThrowableOfType(InvalidRequestException.class, () -> ScheduleRules.check(JOB, wanted))
                .field()
                .orElseThrow();
    }
}
