package org.carme.news;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.carme.common.InvalidRequestException;

/** What an announcement may say, and when. */
final class NewsRules {
    private static final int TITLE = 150;
    static final int TEXT = 10_000;
    private static final Duration AHEAD = Duration.ofDays(366);

    private NewsRules() {}

    /**
     * @return the same with the title in one line, and times as exact as the database has them
     * @throws InvalidRequestException naming the first field that is not as it must be
     */
    static Announcement check(Announcement wanted, Instant now) {
        String title = wanted.title().strip().replaceAll("\\s+", " ");
        if (title.isEmpty() || title.length() > TITLE || title.codePoints().anyMatch(Character::isISOControl)) {
            throw InvalidRequestException.about("title", "invalid-request.news-title", TITLE);
        }
        checkText(wanted.text());
        if (wanted.from().isAfter(now.plus(AHEAD)) || wanted.from().isBefore(Instant.EPOCH)) {
            throw InvalidRequestException.about("from", "invalid-request.news-from");
        }
        wanted.until().ifPresent(end -> {
            Instant earliest = wanted.from().isAfter(now) ? wanted.from() : now;
            if (!end.isAfter(earliest) || end.isAfter(earliest.plus(AHEAD))) {
                throw InvalidRequestException.about("until", "invalid-request.news-until");
            }
        });
        return new Announcement(
                title,
                wanted.text(),
                wanted.severity(),
                wanted.from().truncatedTo(ChronoUnit.MILLIS),
                wanted.until().map(end -> end.truncatedTo(ChronoUnit.MILLIS)),
                wanted.mustRead(),
                wanted.onLogin());
    }

    static void checkText(String text) {
        boolean unprintable = text.codePoints()
                .anyMatch(character -> Character.isISOControl(character) && "\t\r\n".indexOf(character) < 0);
        if (text.isBlank() || text.length() > TEXT || unprintable) {
            throw InvalidRequestException.about("text", "invalid-request.news-text", TEXT);
        }
    }
}
