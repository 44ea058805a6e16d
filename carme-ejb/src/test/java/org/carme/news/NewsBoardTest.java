package org.carme.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.carme.common.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is to be seen, by the clock. */
class NewsBoardTest {
    private final SettableClock clock = new SettableClock();
    private final NewsBoard board = new NewsBoard();
    private final AtomicInteger told = new AtomicInteger();
    private List<NewsItem> kept;

    @BeforeEach
    void announceForTomorrow() {
        board.clock = clock;
        board.subscribe(told::incrementAndGet);
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        kept = List.of(item(1, Severity.INFO, tomorrow, Optional.of(tomorrow.plus(Duration.ofHours(1)))));
        board.seen(kept);
    }

    @Test
    void beginsAndEndsByItself() {
        assertThat(board.shown()).isEmpty();
        look(Duration.ofDays(1));
        assertThat(board.shown()).hasSize(1);
        look(Duration.ofHours(1));

        assertThat(board.shown()).isEmpty();
        assertThat(told).hasValue(2);
    }

    @Test
    void tellsOnlyOfChanges() {
        look(Duration.ofDays(1));
        look(Duration.ofSeconds(2));
        assertThat(told).hasValue(1);

        kept = List.of(new NewsItem(1, kept.get(0).announcement(), 1));
        look(Duration.ofSeconds(2));

        assertThat(told).hasValue(2);
    }

    @Test
    void putsImportantNewsFirst() {
        Instant now = clock.instant();
        board.seen(List.of(
                item(1, Severity.INFO, now, Optional.empty()),
                item(2, Severity.IMPORTANT, now, Optional.empty()),
                item(3, Severity.INFO, now, Optional.empty())));

        assertThat(board.shown()).extracting(news -> news.item().id()).containsExactly(2L, 1L, 3L);
        assertThat(board.shown().get(0).html()).isEqualTo("<p>Four <em>more</em>.</p>\n");
        assertThat(board.onLoginPage()).isEmpty();
    }

    private void look(Duration later) {
        clock.forward(later);
        board.seen(kept);
    }

    private static NewsItem item(long id, Severity severity, Instant from, Optional<Instant> until) {
        return new NewsItem(id, TestNews.announcement(severity, from, until), 0);
    }
}
