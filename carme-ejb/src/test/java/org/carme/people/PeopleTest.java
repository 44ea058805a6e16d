package org.carme.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.carme.users.Administrators;
import org.carme.users.Census;
import org.carme.users.DirectoryService;
import org.carme.users.NotAdministratorException;
import org.carme.users.Person;
import org.carme.users.Role;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private final TreeMap<String, Person> persons = new TreeMap<>();
    private Set<String> known = Set.of();
    private boolean complete = true;
    private final People people = people();

    @Test
    void tellsEverybodyOnceInParts() {
        IntStream.range(0, 5_000).forEach(i -> add("u" + i, "User " + i));
        known = Set.of("u7", "a-left-one", "z-left-one");

        List<String> told = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            PeoplePage page = people.list("admin", PeopleQuery.ALL, 200, cursor);
            page.people().forEach(person -> told.add(person.name()));
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(told).hasSize(5_002).isSorted().doesNotHaveDuplicates().contains("a-left-one", "z-left-one");
    }

    @Test
    void findsByNameGroupRoleAndState() {
        add("alice", "Alice Example", "lab");
        add("bob", "Bob Müller", "Lab", "other");
        known = Set.of("zoe");

        assertThat(found("MÜLL", null, null, null)).containsExactly("bob");
        assertThat(found("lic", null, null, null)).containsExactly("alice");
        assertThat(found(null, "lab", null, null)).containsExactly("alice", "bob");
        assertThat(found(null, null, Role.USER, null)).containsExactly("alice", "bob");
        assertThat(found(null, null, Role.ADMIN, null)).isEmpty();
        assertThat(found(null, null, null, PersonState.LEFT)).containsExactly("zoe");
        assertThat(found(null, null, null, PersonState.CLOSED)).containsExactly("bob");
    }

    @Test
    void sortsByFullNameAlsoFromPartToPart() {
        add("a", "Zoe");
        add("b", "adam");
        add("c", "Zoe");
        PeopleQuery query = new PeopleQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), PeopleOrder.FULL_NAME);

        PeoplePage first = people.list("admin", query, 2, Optional.empty());
        PeoplePage second = people.list("admin", query, 2, first.next());

        assertThat(first.people()).extracting(PersonSummary::name).containsExactly("b", "a");
        assertThat(second.people()).extracting(PersonSummary::name).containsExactly("c");
    }

    @Test
    void callsNobodyLeftWhoMayOnlyBeCutOff() {
        complete = false;
        known = Set.of("zoe");

        assertThat(found(null, null, null, null)).isEmpty();
    }

    @Test
    void isForAdministrators() {
        assertThatThrownBy(() -> people.list("alice", PeopleQuery.ALL, 1, Optional.empty()))
                .isInstanceOf(NotAdministratorException.class);
        assertThatThrownBy(() -> people.get("alice", "bob")).isInstanceOf(NotAdministratorException.class);
    }

    private List<String> found(String text, String group, Role role, PersonState state) {
        PeopleQuery query = new PeopleQuery(
                Optional.ofNullable(text),
                Optional.ofNullable(group),
                Optional.ofNullable(role),
                Optional.ofNullable(state),
                PeopleOrder.NAME);
        return people.list("admin", query, 50, Optional.empty()).people().stream()
                .map(PersonSummary::name)
                .toList();
    }

    private void add(String name, String displayName, String... groups) {
        persons.put(
                name,
                new Person(
                        name,
                        displayName,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(groups),
                        Set.of(Role.USER)));
    }

    private People people() {
        People made = new People();
        made.administrators = new Administrators() {
            @Override
            public boolean includes(String user) {
                return user.equals("admin");
            }
        };
        made.directory = new DirectoryService() {
            @Override
            public Census census() {
                return new Census(persons, Set.of("bob"), Set.of(), complete, Instant.EPOCH);
            }
        };
        made.kept = new KeptData() {
            @Override
            Set<String> people() {
                return known;
            }
        };
        return made;
    }
}
