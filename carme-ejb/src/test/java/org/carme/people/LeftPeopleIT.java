package org.carme.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.users.Census;
import org.carme.users.DirectoryService;
import org.carme.users.DirectoryUnavailableException;
import org.carme.users.Person;
import org.carme.users.PersonalData;
import org.carme.users.PersonalDataInUseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeftPeopleIT {
    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final SettableDirectory directory = new SettableDirectory();
    private final FakeData data = new FakeData(Set.of("alice", "bob"));
    private final LeftPeople people = new LeftPeople();

    LeftPeopleIT() {
        people.clock = clock;
        people.days = 90;
        people.directory = directory;
        people.kept = kept();
        people.store = new TransactionalStore();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anonymisesWhoHasBeenMissingLongEnough() {
        directory.names.remove("bob");
        assertThat(look(false)).isEqualTo(1);
        clock.forward(Duration.ofDays(89));
        look(false);
        assertThat(anonymiseAll()).isZero();
        clock.forward(Duration.ofDays(1));
        look(false);

        assertThat(anonymiseAll()).isEqualTo(1);

        assertThat(data.forgotten).singleElement().asString().matches("bob as left-[0-9a-f]{12}");
        assertThat(audited()).containsExactly("carme person-anonymised bob things 1");
        assertThat(look(false)).as("nothing of his is left to miss").isZero();
        assertThat(anonymiseAll()).isZero();
    }

    @Test
    void countsFromTheLastTimeThatHeWasMissed() {
        directory.names.remove("bob");
        look(false);
        clock.forward(Duration.ofDays(60));
        directory.names.add("bob");
        look(false);
        directory.names.remove("bob");
        look(false);
        clock.forward(Duration.ofDays(60));
        look(false);

        assertThat(anonymiseAll()).isZero();
    }

    @Test
    void missesNobodyWhileTheDirectoryIsAwayOrEmpty() {
        directory.away = true;
        assertThatThrownBy(() -> look(false)).isInstanceOf(DirectoryUnavailableException.class);
        directory.away = false;
        directory.names.clear();
        assertThatThrownBy(() -> look(false)).isInstanceOf(DirectoryUnavailableException.class);
        clock.forward(Duration.ofDays(100));

        assertThat(anonymiseAll()).isZero();
    }

    @Test
    void believesNoDirectoryThatHasLostManyAtOnce() {
        Set<String> many = IntStream.range(0, 20).mapToObj(i -> "user" + i).collect(Collectors.toSet());
        people.kept = new KeptData();
        people.kept.sections = List.of(new FakeData(many));
        directory.names.addAll(many);
        IntStream.range(0, 5).forEach(i -> directory.names.remove("user" + i));
        assertThat(look(false)).as("five are few").isEqualTo(5);
        IntStream.range(5, 11).forEach(i -> directory.names.remove("user" + i));
        assertThatThrownBy(() -> look(false))
                .isInstanceOf(TooManyMissingException.class)
                .hasMessageContaining("6 of 20");
        clock.forward(Duration.ofDays(100));
        assertThat(people.store.missingSince(clock.instant(), 100)).hasSize(5);

        assertThat(look(true)).isEqualTo(11);
        assertThat(look(false)).as("they are known to be missing").isEqualTo(11);
    }

    @Test
    void waitsForJobsThatHaveNotEnded() {
        directory.names.remove("bob");
        look(false);
        clock.forward(Duration.ofDays(90));
        data.inUse = true;
        assertThat(anonymiseAll()).isZero();
        data.inUse = false;

        assertThat(anonymiseAll()).as("the next night").isEqualTo(1);
    }

    @Test
    void forgetsNobodyWhoIsBackSinceHeWasMissed() {
        directory.names.remove("bob");
        look(false);
        clock.forward(Duration.ofDays(91));
        look(false);
        directory.names.add("bob");
        assertThat(anonymiseAll()).as("by what was noted").isZero();

        directory.names.remove("bob");
        assertThat(anonymiseAll()).isEqualTo(1);
    }

    @Test
    void forgetsNobodyWhereThatIsSwitchedOff() {
        people.days = 0;
        directory.names.remove("bob");
        look(false);
        clock.forward(Duration.ofDays(9_999));

        assertThat(anonymiseAll()).isZero();
    }

    private KeptData kept() {
        KeptData kept = new KeptData();
        kept.sections = List.of(data);
        return kept;
    }

    private List<String> audited() {
        return transaction(own -> TestAudit.on(own, clock).all("admin", AuditQuery.ALL, 50, Optional.empty()))
                .entries()
                .stream()
                .map(entry -> entry.actor() + " " + entry.action() + " "
                        + entry.object().id() + " " + entry.detail())
                .toList();
    }

    private <T> T transaction(Function<EntityManager, T> action) {
        try (EntityManager own = database.open()) {
            return TestDatabase.inTransaction(own, () -> action.apply(own));
        }
    }

    /** The real one, each call in a transaction of its own, as the container would give it. */
    private final class TransactionalStore extends LeftStore {
        @Override
        void note(Set<String> absent) {
            call(store -> {
                store.note(absent);
                return null;
            });
        }

        @Override
        long countNew(Set<String> absent) {
            return call(store -> store.countNew(absent));
        }

        @Override
        List<String> missingSince(Instant limit, int most) {
            return call(store -> store.missingSince(limit, most));
        }

        @Override
        boolean anonymise(String actor, String user) {
            return call(store -> store.anonymise(actor, user));
        }

        private <T> T call(Function<LeftStore, T> action) {
            return transaction(own -> {
                LeftStore store = new LeftStore();
                store.missing = new MissingRepository(own);
                store.kept = people.kept;
                store.audit = TestAudit.on(own, LeftPeopleIT.this.clock);
                store.clock = LeftPeopleIT.this.clock;
                return action.apply(store);
            });
        }
    }

    private static final class SettableDirectory extends DirectoryService {
        private final Set<String> names = new HashSet<>(Set.of("alice", "bob", "carla"));
        private boolean away;

        @Override
        public Census census() {
            require();
            TreeMap<String, Person> people = new TreeMap<>();
            names.forEach(name -> people.put(
                    name,
                    new Person(name, name, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of())));
            return new Census(people, Set.of(), Set.of(), true, Instant.EPOCH);
        }

        @Override
        public boolean exists(String name) {
            require();
            return names.contains(name);
        }

        private void require() {
            if (away) {
                throw new DirectoryUnavailableException();
            }
        }
    }

    private int look(boolean anyNumber) {
        return people.look(anyNumber).people().size();
    }

    private long anonymiseAll() {
        return people.toForget(100).stream()
                .filter(user -> people.anonymise(user, SeenMissing.NOBODY))
                .count();
    }

    /** One row about each of some people. */
    private static final class FakeData implements PersonalData {
        private final Set<String> people;
        private final List<String> forgotten = new ArrayList<>();
        private boolean inUse;

        FakeData(Set<String> people) {
            this.people = new HashSet<>(people);
        }

        @Override
        public String section() {
            return "things";
        }

        @Override
        public Set<String> people() {
            return Set.copyOf(people);
        }

        @Override
        public long count(String user) {
            return people.contains(user) ? 1 : 0;
        }

        @Override
        public Part part(String user, Optional<String> cursor) {
            return Part.whole(List.of(Json.createObjectBuilder().build()));
        }

        @Override
        public void forget(String user, String pseudonym) {
            if (inUse) {
                throw new PersonalDataInUseException(user, 1);
            }
            people.remove(user);
            forgotten.add(user + " as " + pseudonym);
        }
    }
}
