package org.carme.schedules;

import com.cronutils.descriptor.CronDescriptor;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import org.carme.common.InvalidRequestException;

/** A cron expression of five fields, as crontab has them. It knows local times only; {@link Schedule} has the zone. */
public final class Cron {
    static final int LONGEST = 100;

    private static final LocalDateTime ANY_TIME = LocalDateTime.of(2024, 1, 1, 0, 0);

    private final com.cronutils.model.Cron parsed;

    private Cron(com.cronutils.model.Cron parsed) {
        this.parsed = parsed;
    }

    /** @throws InvalidRequestException for one that is malformed or names no time at all, such as 30 February */
    public static Cron of(String text) {
        String plain = text.strip().replaceAll("\\s+", " ");
        if (plain.length() > LONGEST) {
            throw refusal();
        }
        Cron cron = parsed(plain);
        if (cron.after(ANY_TIME).isEmpty()) {
            throw InvalidRequestException.about("cron", "invalid-request.cron-never");
        }
        return cron;
    }

    private static Cron parsed(String plain) {
        try {
            // A parser keeps what it has read, so that two threads must not share one.
            return new Cron(new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(plain));
        } catch (IllegalArgumentException e) {
            throw refusal();
        }
    }

    private static InvalidRequestException refusal() {
        return InvalidRequestException.about("cron", "invalid-request.cron");
    }

    Optional<LocalDateTime> after(LocalDateTime time) {
        return ExecutionTime.forCron(parsed)
                .nextExecution(time.atZone(ZoneOffset.UTC))
                .map(ZonedDateTime::toLocalDateTime);
    }

    /** @return in words, in English or German */
    public String words(Locale locale) {
        Locale known = locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
        return CronDescriptor.instance(known).describe(parsed);
    }

    /** @return the expression, with single spaces */
    public String text() {
        return parsed.asString();
    }
}
