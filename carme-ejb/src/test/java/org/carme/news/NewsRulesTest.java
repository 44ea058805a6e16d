package org.carme.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.junit.jupiter.api.Test;

class NewsRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void bringsTheTitleIntoOneLine() {
        assertThat(NewsRules.check(saying("  New\n nodes ", "x"), NOW).title()).isEqualTo("New nodes");
    }

    @Test
    void refusesTitlesAndTextsThatAreEmptyTooLongOrUnprintable() {
        assertRefused(saying(" ", "x"), "invalid-request.news-title");
        assertRefused(saying("x".repeat(151), "x"), "invalid-request.news-title");
        assertRefused(saying("bell\u0007", "x"), "invalid-request.news-title");
        assertRefused(saying("x", " \n"), "invalid-request.news-text");
        assertRefused(saying("x", "x".repeat(10_001)), "invalid-request.news-text");
        assertRefused(saying("x", "bell\u0007"), "invalid-request.news-text");
    }

    @Test
    void refusesEndsThatAreNotAfterTheBeginOrInThePast() {
        assertRefused(lasting(NOW, NOW), "invalid-request.news-until");
        assertRefused(lasting(NOW.minusSeconds(60), NOW.minusSeconds(1)), "invalid-request.news-until");
        assertRefused(lasting(NOW, NOW.plus(Duration.ofDays(367))), "invalid-request.news-until");
        assertThat(NewsRules.check(lasting(NOW.plusSeconds(60), NOW.plusSeconds(61)), NOW)
                        .until())
                .isPresent();
    }

    @Test
    void refusesBeginsThatAreFarAway() {
        Instant far = NOW.plus(Duration.ofDays(367));
        assertRefused(TestNews.announcement(Severity.INFO, far, Optional.empty()), "invalid-request.news-from");
    }

    private static void assertRefused(Announcement wanted, String key) {
        assertThatThrownBy(() -> NewsRules.check(wanted, NOW))
                .isInstanceOf(InvalidRequestException.class)
                .extracting("messageKey")
                .isEqualTo(key);
    }

    private static Announcement saying(String title, String text) {
        return new Announcement(title, text, Severity.INFO, NOW, Optional.empty(), false, false);
    }

    private static Announcement lasting(Instant from, Instant until) {
        return TestNews.announcement(Severity.INFO, from, Optional.of(until));
    }
}
