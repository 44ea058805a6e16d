package org.carme.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.carme.agents.Route;
import org.carme.agents.RouteService;
import org.carme.agents.ServiceOrders;
import org.carme.agents.ServiceRoute;
import org.carme.agents.ServiceState;
import org.carme.common.Secrets;
import org.carme.common.SettableClock;
import org.carme.entries.EntryService;
import org.carme.entries.EntrySession;
import org.carme.jobs.JobId;
import org.carme.users.DirectoryService;
import org.carme.users.DirectoryUnavailableException;
import org.carme.users.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How soon the end of a session counts, and what the database is asked for it. */
class EntryDoorkeeperTest {
    private static final String JOB = "job00000000000000000000001";
    private static final EntryPath PATH =
            EntryPath.parse("/entry/" + JOB + "/jupyter/lab", null).orElseThrow();

    private final EntryDoorkeeper doorkeeper = new EntryDoorkeeper();
    private final List<Integer> questions = new ArrayList<>();
    private final Set<String> over = new HashSet<>();
    private final SettableClock clock = new SettableClock();
    private boolean databaseAway;
    private boolean jobEnded;
    private ServiceState state = ServiceState.READY;
    private final List<String> started = new ArrayList<>();
    private Supplier<Optional<Person>> directory = () -> Optional.of(
            new Person("alice", "Alice", Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of()));

    @BeforeEach
    void open() {
        doorkeeper.entries = new FakeEntries();
        doorkeeper.routes = new FakeRoutes();
        doorkeeper.services = new ServiceAdmission();
        doorkeeper.services.routes = doorkeeper.routes;
        doorkeeper.services.orders = new FakeOrders();
        doorkeeper.directory = new FakeDirectory();
        doorkeeper.clock = clock;
        admit("one");
        admit("two");
        admit("three");
        questions.clear();
    }

    @Test
    void asksOnceForAllSessionsThatAreOpen() {
        sweepAfter(Duration.ofMillis(500));

        assertThat(questions).containsExactly(3);
    }

    @Test
    void believesAnAnswerShortly() {
        assertThat(sweepAfter(Duration.ofMillis(300))).isEmpty();

        assertThat(questions).isEmpty();
    }

    @Test
    void noticesASessionThatEndedElsewhere() {
        over.add(id("two"));

        assertThat(sweepAfter(Duration.ofMillis(500))).containsExactly(id("two"));
        assertThat(admit("two")).isEqualTo(new Admission.Refused(Refusal.SESSION_OVER));
        assertThat(sweepAfter(Duration.ofMillis(500))).containsExactly(id("two"));
        assertThat(questions).as("an ended session is not asked for again").containsExactly(3, 2);
    }

    @Test
    void noticesTheEndOfTheJobWithoutAsking() {
        jobEnded = true;

        assertThat(sweepAfter(Duration.ofMillis(100))).containsExactlyInAnyOrder(id("one"), id("two"), id("three"));
        assertThat(questions).isEmpty();
    }

    @Test
    void keepsTheLastWordHoweverLongTheDatabaseIsAway() {
        over.add(id("two"));
        databaseAway = true;
        assertThat(sweepAfter(Duration.ofMinutes(5))).isEmpty();
        databaseAway = false;

        assertThat(sweepAfter(Duration.ofMillis(500))).containsExactly(id("two"));
    }

    @Test
    void closesEverythingOfSomebodyWhomTheDirectoryNoLongerKnows() {
        directory = Optional::empty;

        assertThat(sweepAfter(Duration.ofMillis(500))).containsExactlyInAnyOrder(id("one"), id("two"), id("three"));
        assertThat(admit("one")).isEqualTo(new Admission.Refused(Refusal.SESSION_OVER));
    }

    @Test
    void closesNothingWhileTheDirectoryIsAway() {
        directory = () -> {
            throw new DirectoryUnavailableException();
        };

        assertThat(sweepAfter(Duration.ofHours(2))).isEmpty();
    }

    @Test
    void startsWhatWaitsToBeOpened() {
        state = ServiceState.IDLE;
        assertThat(admit("one")).isEqualTo(new Admission.Refused(Refusal.NOT_READY));
        state = ServiceState.STARTING;
        assertThat(admit("one")).isEqualTo(new Admission.Refused(Refusal.NOT_READY));

        assertThat(started).containsExactly("jupyter");
    }

    @Test
    void saysThatAServiceHasFailedInsteadOfStartingItAgain() {
        state = ServiceState.FAILED;

        assertThat(admit("one")).isEqualTo(new Admission.Refused(Refusal.FAILED));
        assertThat(started).isEmpty();
    }

    private Set<String> sweepAfter(Duration time) {
        clock.forward(time);
        return doorkeeper.over(Set.of(id("one"), id("two"), id("three")));
    }

    private Admission admit(String cookie) {
        return doorkeeper.admit(PATH, List.of(cookie));
    }

    private static String id(String cookie) {
        return Secrets.hash(cookie);
    }

    private final class FakeEntries extends EntryService {
        @Override
        public Optional<EntrySession> session(String jobKey, String cookie) {
            return Optional.of(new EntrySession(
                    id(cookie),
                    jobKey,
                    "alice",
                    Optional.of("portal"),
                    clock.instant().plusSeconds(3600)));
        }

        @Override
        public Set<String> over(Collection<EntrySession> sessions) {
            if (databaseAway) {
                throw new IllegalStateException("away");
            }
            questions.add(sessions.size());
            return sessions.stream()
                    .map(EntrySession::id)
                    .filter(over::contains)
                    .collect(Collectors.toSet());
        }
    }

    private final class FakeDirectory extends DirectoryService {
        @Override
        public Optional<Person> find(String name) {
            return directory.get();
        }
    }

    private final class FakeOrders extends ServiceOrders {
        @Override
        public void start(Route route, String service) {
            started.add(service);
        }
    }

    private final class FakeRoutes extends RouteService {
        @Override
        public Optional<Route> find(String jobKey) {
            ServiceRoute jupyter =
                    new ServiceRoute("jupyter", "Jupyter", "pi-code", "lab", false, Optional.empty(), state, "", 1);
            return jobEnded
                    ? Optional.empty()
                    : Optional.of(
                            new Route(jobKey, new JobId(1), "alice", "10.0.0.1", 40_000, Map.of("jupyter", jupyter)));
        }
    }
}
