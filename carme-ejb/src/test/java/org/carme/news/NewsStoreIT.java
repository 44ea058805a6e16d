package org.carme.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.common.ChangedMeanwhileException;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NewsStoreIT {
    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void refusesAChangeOfWhatTheCallerHasNotSeen() {
        NewsItem made = announce(Optional.empty());
        Announcement other = TestNews.announcement(Severity.WARNING, clock.instant(), Optional.empty());
        call(store -> store.change("admin", new NewsItem(made.id(), other, made.version()), false));

        assertThatThrownBy(() -> call(store -> store.change("admin", made, false)))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void remembersWhoHasReadThemUntilTheyAreToBeReadAgain() {
        NewsItem made = announce(Optional.empty());
        read("alice", made);
        read("alice", made);
        read("bob", made);
        assertThat(all()).containsExactly(new KeptNews(made, 2));

        NewsItem changed = call(store -> store.change("admin", made, false));
        assertThat(readByAlice()).containsExactly(made.id());

        call(store -> store.change("admin", changed, true));
        assertThat(readByAlice()).isEmpty();
    }

    @Test
    void knowsNoReadersOfWhatIsNotShown() {
        NewsItem made = announce(Optional.of(Duration.ofHours(1)));
        clock.forward(Duration.ofHours(1));

        assertThatThrownBy(() -> read("alice", made)).isInstanceOf(NewsNotFoundException.class);
        assertThat(all()).hasSize(1);
    }

    @Test
    void forgetsWhatIsDeletedAndWhatHasLongBeenOver() {
        NewsItem lasting = announce(Optional.empty());
        NewsItem over = announce(Optional.of(Duration.ofHours(1)));
        NewsItem deleted = announce(Optional.empty());
        read("alice", over);
        read("alice", deleted);
        call(store -> {
            store.delete("admin", deleted.id());
            return null;
        });
        clock.forward(Duration.ofDays(90));
        assertThat(purge()).isZero();
        clock.forward(Duration.ofHours(2));

        assertThat(purge()).isEqualTo(1);
        assertThat(all()).containsExactly(new KeptNews(lasting, 0));
        assertThat(readByAlice()).isEmpty();
    }

    @Test
    void tellsTheSitesChatOnceWhenTheyBeginAndWhenTheyAreToBeReadAgain() {
        Instant begin = clock.instant().plus(Duration.ofHours(1));
        NewsItem made =
                call(store -> store.create("admin", TestNews.announcement(Severity.INFO, begin, Optional.empty())));
        assertThat(toldSite()).as("not yet shown").isEmpty();
        clock.forward(Duration.ofHours(1));

        assertThat(toldSite()).containsExactly("news-published New nodes");
        assertThat(toldSite()).as("once").isEmpty();
        NewsItem changed = call(store -> store.change("admin", made, false));
        assertThat(toldSite()).as("a correction").isEmpty();
        call(store -> store.change("admin", changed, true));
        assertThat(toldSite()).hasSize(1);
    }

    /** @return what the site's chat is told now */
    private List<String> toldSite() {
        List<String> told = new ArrayList<>();
        try (EntityManager own = database.open()) {
            NewsStore store = TestNews.store(own, clock, message -> told.add(message.key() + " " + message.detail()));
            TestDatabase.inTransaction(own, () -> {
                store.tellSite();
                return null;
            });
        }
        return told;
    }

    @Test
    void writesDownWhoAnnouncedWhat() {
        NewsItem made = announce(Optional.empty());
        call(store -> {
            store.delete("admin", made.id());
            return null;
        });

        try (EntityManager own = database.open()) {
            assertThat(TestAudit.on(own, clock)
                            .all("admin", AuditQuery.ALL, 10, Optional.empty())
                            .entries())
                    .extracting(entry -> entry.action() + " " + entry.object().name())
                    .containsExactly("news-deleted New nodes", "news-created New nodes");
        }
    }

    private NewsItem announce(Optional<Duration> lasting) {
        return call(store -> store.create(
                "admin", TestNews.announcement(Severity.INFO, clock.instant(), lasting.map(clock.instant()::plus))));
    }

    private List<KeptNews> all() {
        return call(NewsStore::all);
    }

    private Set<Long> readByAlice() {
        return call(store -> store.readBy("alice"));
    }

    private int purge() {
        return call(store -> store.purge(10));
    }

    private void read(String user, NewsItem item) {
        call(store -> {
            store.read(user, item.id());
            return null;
        });
    }

    private <T> T call(Function<NewsStore, T> action) {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> action.apply(TestNews.store(own, clock)));
        }
    }
}
