package org.carme.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.delivery.Outcome.Result;
import org.carme.messages.Kind;
import org.carme.messages.Message;
import org.carme.messages.MessageSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to messages on their way out, on a real database. */
class OutboxIT {
    private static final Duration GATHERING = Duration.ofSeconds(30);

    private final TestDatabase database = database();
    private final SettableClock clock = new SettableClock();
    private final DeliverySettings settings =
            TestDelivery.settings(Map.of("carme.mail.occasions", "job-failed", "carme.messages.give-up-hours", "2"));
    private final FakeSender sender = new FakeSender();
    private final Deliverer deliverer = new Deliverer();

    @BeforeEach
    void open() {
        deliverer.store = new TransactionalStore();
        deliverer.recipients = new Recipients() {
            @Override
            Recipient find(Channel channel, String user) {
                return new Recipient(Optional.of(user + "@example.org"), Locale.ENGLISH, "/messages.xhtml");
            }
        };
    }

    @AfterEach
    void close() {
        database.close();
    }

    TestDatabase database() {
        return new TestDatabase();
    }

    @Test
    void sendsOnceWhatTheSiteOrTheUserWants() {
        tell("alice", "job-ended.FAILED", "lost");
        tell("alice", "job-ready", "not wanted");
        clock.forward(GATHERING);
        round();
        round();

        assertThat(sender.letters).singleElement().satisfies(letter -> {
            assertThat(letter.address()).isEqualTo("alice@example.org");
            assertThat(letter.messages()).extracting(Message::subject).containsExactly("lost");
        });
    }

    @Test
    void gathersAFloodInOneLetterForEach() {
        for (int i = 0; i < 500; i++) {
            tell("alice", "job-ended.FAILED", "job " + i);
        }
        tell("bob", "job-ended.FAILED", "his");
        clock.forward(GATHERING);
        tell("alice", "job-ended.FAILED", "the last one");
        round();

        assertThat(sender.letters).extracting(Letter::address).containsExactly("alice@example.org", "bob@example.org");
        Letter hers = sender.letters.get(0);
        assertThat(hers.messages()).hasSize(501);
        assertThat(hers.shown())
                .hasSize(50)
                .last()
                .satisfies(last -> assertThat(last.subject()).isEqualTo("the last one"));
        assertThat(hers.hidden()).isEqualTo(451);
    }

    @Test
    void triesAgainLaterWithAllThatHasComeSince() {
        sender.outcome = new Outcome(Result.FAILED, "away");
        tell("alice", "job-ended.FAILED", "first");
        clock.forward(GATHERING);
        round();
        tell("alice", "job-ended.FAILED", "second");
        clock.forward(Duration.ofSeconds(29));
        round();
        assertThat(sender.letters).as("not before the pause is over").hasSize(1);

        sender.outcome = Outcome.sent();
        clock.forward(Duration.ofSeconds(1));
        round();

        assertThat(sender.letters).hasSize(2);
        assertThat(sender.letters.get(1).messages())
                .extracting(Message::subject)
                .containsExactly("first", "second");
        assertThat(sender.letters.get(1).id())
                .isNotEqualTo(sender.letters.get(0).id());
    }

    @Test
    void sendsTheSameLetterAgainIfItMayHaveArrived() {
        sender.outcome = new Outcome(Result.UNSURE, "silence");
        tell("alice", "job-ended.FAILED", "first");
        clock.forward(GATHERING);
        round();
        tell("alice", "job-ended.FAILED", "second");
        sender.outcome = Outcome.sent();
        clock.forward(GATHERING);
        round();
        round();

        assertThat(sender.letters).hasSize(3);
        assertThat(sender.letters.get(1).id()).isEqualTo(sender.letters.get(0).id());
        assertThat(sender.letters.get(1).messages())
                .extracting(Message::subject)
                .containsExactly("first");
        assertThat(sender.letters.get(2).messages())
                .extracting(Message::subject)
                .containsExactly("second");
    }

    @Test
    void sendsTheSameLetterAgainIfThePortalDiedBeforeItWroteThatDown() {
        tell("alice", "job-ended.FAILED", "first");
        clock.forward(GATHERING);
        Batch died = deliverer.store.claim(Channel.MAIL, "alice").orElseThrow();
        round();
        assertThat(sender.letters).as("the lease has not ended").isEmpty();
        assertThat(deliverer.store.claim(Channel.MAIL, "alice")).isEmpty();

        clock.forward(Duration.ofMinutes(6));
        round();

        assertThat(sender.letters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.id()).isEqualTo(died.letter()));
    }

    @Test
    void recordsNothingOfWhoseLeaseWasTakenOver() {
        tell("alice", "job-ended.FAILED", "first");
        clock.forward(GATHERING);
        Batch slow = deliverer.store.claim(Channel.MAIL, "alice").orElseThrow();
        clock.forward(Duration.ofMinutes(6));
        Batch quick = deliverer.store.claim(Channel.MAIL, "alice").orElseThrow();

        deliverer.store.record(slow, new Outcome(Result.REFUSED, "too late"));
        assertThat(count(OutboxRow.State.WAITING)).isEqualTo(1);
        deliverer.store.record(quick, Outcome.sent());
        assertThat(count(OutboxRow.State.SENT)).isEqualTo(1);
        assertThat(lastUnsent()).isEmpty();
    }

    @Test
    void givesUpAfterTheConfiguredTimeAndSaysWhy() {
        sender.outcome = new Outcome(Result.FAILED, "connection refused");
        tell("alice", "job-ended.FAILED", "first");
        for (int minutes = 0; minutes < 180; minutes++) {
            clock.forward(Duration.ofMinutes(1));
            round();
        }

        assertThat(count(OutboxRow.State.LOST)).isEqualTo(1);
        assertThat(lastUnsent())
                .hasValueSatisfying(failure -> assertThat(failure.words()).isEqualTo("connection refused"));
        assertThat(sender.letters).as("seldom in the end").hasSizeBetween(7, 12);
        assertThat(deliverer.store.due(Channel.MAIL)).isEmpty();
    }

    @Test
    void removesWhatIsAsOldAsMessagesThatAreRemoved() {
        tell("alice", "job-ended.FAILED", "old");
        clock.forward(Duration.ofDays(91));
        tell("alice", "job-ended.FAILED", "new");

        assertThat(List.of(purge(), purge())).containsExactly(1, 0);
        assertThat(count(OutboxRow.State.WAITING)).isEqualTo(1);
    }

    private void round() {
        deliverer.deliver(sender);
    }

    private void tell(String user, String key, String subject) {
        try (EntityManager own = database.open()) {
            Outbox outbox = new Outbox();
            outbox.outbox = new OutboxRepository(own);
            outbox.choices = new ChoiceRepository(own);
            outbox.settings = settings;
            outbox.senders = new Senders() {
                @Override
                List<Sender> offered() {
                    return List.of(sender);
                }
            };
            Message message = new Message(0, Kind.ERROR, key, subject, "", Optional.of(7L), clock.instant(), false);
            TestDatabase.inTransaction(own, () -> {
                outbox.told(user, message);
                return null;
            });
        }
    }

    private int purge() {
        return call(rows -> {
            OutboxCare care = new OutboxCare();
            care.outbox = rows;
            care.clock = clock;
            care.messages = new MessageSettings() {
                @Override
                public int getKeptDays() {
                    return 90;
                }
            };
            return care.purge(10);
        });
    }

    private long count(OutboxRow.State state) {
        return call(rows -> rows.count("alice", Channel.MAIL, state));
    }

    private Optional<Failure> lastUnsent() {
        return call(rows -> rows.lastUnsent(Channel.MAIL, "alice"));
    }

    private <T> T call(Function<OutboxRepository, T> question) {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> question.apply(new OutboxRepository(own)));
        }
    }

    /** Each call in a transaction of its own, as the container would give it. */
    private final class TransactionalStore extends OutboxStore {
        @Override
        List<String> due(Channel channel) {
            return inTransaction(store -> store.due(channel));
        }

        @Override
        Optional<Batch> claim(Channel channel, String user) {
            return inTransaction(store -> store.claim(channel, user));
        }

        @Override
        void record(Batch batch, Outcome outcome) {
            inTransaction(store -> {
                store.record(batch, outcome);
                return null;
            });
        }

        private <T> T inTransaction(Function<OutboxStore, T> action) {
            try (EntityManager own = database.open()) {
                OutboxStore store = new OutboxStore();
                store.outbox = new OutboxRepository(own);
                store.settings = OutboxIT.this.settings;
                store.clock = OutboxIT.this.clock;
                return TestDatabase.inTransaction(own, () -> action.apply(store));
            }
        }
    }

    private static final class FakeSender implements Sender {
        private final List<Letter> letters = new ArrayList<>();
        private Outcome outcome = Outcome.sent();

        @Override
        public Channel channel() {
            return Channel.MAIL;
        }

        @Override
        public boolean isOffered() {
            return true;
        }

        @Override
        public Optional<String> objection(String address) {
            return Optional.empty();
        }

        @Override
        public Outcome send(Letter letter) {
            letters.add(letter);
            return outcome;
        }
    }
}
