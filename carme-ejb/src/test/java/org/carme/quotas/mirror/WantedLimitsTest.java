package org.carme.quotas.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carme.cluster.Association;
import org.carme.quotas.Quota;
import org.carme.quotas.QuotaResource;
import org.carme.quotas.QuotaRule;
import org.carme.quotas.QuotaService;
import org.carme.quotas.QuotaSubject;
import org.carme.quotas.QuotaSubject.Kind;
import org.carme.templates.TemplateAccounts;
import org.carme.users.Census;
import org.carme.users.DirectoryService;
import org.carme.users.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which limits are meant for whom. */
class WantedLimitsTest {
    private static final Association ALICE = user("alice");
    private static final Association BOB = user("bob");
    private static final Association CARLA = user("carla");
    private static final LimitName JOBS = new LimitName("jobs");

    private final WantedLimits wanted = new WantedLimits();
    private final Everybody directory = new Everybody();

    @BeforeEach
    void open() {
        wanted.quotas = new Limits();
        wanted.accounts = new NoAccounts();
        wanted.directory = directory;
    }

    @Test
    void holdsUsersToTheStrictestOfTheirLimitsAndNobodyElse() {
        assertThat(wanted.of("admin", List.of(ALICE, BOB, CARLA)))
                .isEqualTo(Map.of(ALICE, Map.of(JOBS, 3L), BOB, Map.of(JOBS, 8L), CARLA, Map.of()));
        assertThat(directory.asked).as("one by one").isZero();
    }

    @Test
    void asksForThoseWhomTheDirectoryLeftOut() {
        directory.complete = false;

        assertThat(wanted.of("admin", List.of(ALICE, BOB)))
                .isEqualTo(Map.of(ALICE, Map.of(JOBS, 3L), BOB, Map.of(JOBS, 8L)));
        assertThat(directory.asked).isEqualTo(2);
    }

    private static Association user(String name) {
        return new Association("cluster", "lab", name, "");
    }

    private static Person known(String name, String... groups) {
        return new Person(name, name, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(groups), Set.of());
    }

    private static final class Limits extends QuotaService {
        @Override
        public List<Quota> all(String admin) {
            return List.of(limit(Kind.EVERY_USER, "", 8), limit(Kind.EACH_MEMBER, "guests", 3));
        }

        private static Quota limit(Kind kind, String name, long most) {
            QuotaSubject subject = new QuotaSubject(kind, name);
            return new Quota(
                    most,
                    new QuotaRule(subject, QuotaResource.JOBS, Optional.empty(), Optional.empty(), most, false),
                    1);
        }
    }

    private static final class NoAccounts extends TemplateAccounts {
        @Override
        public SortedMap<String, String> groups() {
            return new TreeMap<>();
        }
    }

    /** Alice is a guest, bob is not, carla's account is closed. */
    private static final class Everybody extends DirectoryService {
        private final Map<String, Person> people =
                Map.of("alice", known("alice", "guests"), "bob", known("bob"), "carla", known("carla", "guests"));
        private boolean complete = true;
        private int asked;

        @Override
        public Census census() {
            return new Census(
                    complete ? new TreeMap<>(people) : new TreeMap<>(),
                    Set.of("carla"),
                    Set.of("guests"),
                    complete,
                    Instant.EPOCH);
        }

        @Override
        public Optional<Person> find(String name) {
            asked++;
            return Optional.ofNullable(people.get(name));
        }
    }
}
