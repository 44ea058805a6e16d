package org.carme.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carme.cluster.ClusterAccounts;
import org.carme.cluster.ClusterUser;
import org.carme.users.Administrators;
import org.carme.users.Census;
import org.carme.users.DirectoryService;
import org.carme.users.Person;

/** Who there is, for administrators. Every method refuses everybody else. */
@ApplicationScoped
public class People {
    private static final int MOST = 200;

    @Inject
    Administrators administrators;

    @Inject
    DirectoryService directory;

    @Inject
    KeptData kept;

    @Inject
    AccountFacts facts;

    @Inject
    ClusterAccounts clusterAccounts;

    /**
     * The people looked for: those of the directory, and those who have left it while something is kept about
     * them.
     *
     * @param limit brought into 1 to 200
     * @param cursor empty for the first part, else {@link PeoplePage#next()} of the part before
     */
    public PeoplePage list(String admin, PeopleQuery query, int limit, Optional<String> cursor) {
        administrators.require(admin);
        int size = Math.min(Math.max(limit, 1), MOST);
        Census census = directory.census();
        Map<String, PersonSummary> everybody = everybody(census);
        Comparator<PersonSummary> order = query.order().order();
        List<PersonSummary> found =
                everybody.values().stream().filter(query::matches).sorted(order).toList();
        List<PersonSummary> rest = cursor.map(name -> everybody.getOrDefault(name, PersonSummary.left(name)))
                .map(last -> found.stream()
                        .filter(person -> order.compare(person, last) > 0)
                        .toList())
                .orElse(found);
        List<PersonSummary> part = rest.subList(0, Math.min(size, rest.size()));
        return new PeoplePage(
                part,
                found.size(),
                census.complete(),
                rest.size() > size ? Optional.of(part.get(size - 1).name()) : Optional.empty());
    }

    private Map<String, PersonSummary> everybody(Census census) {
        Map<String, PersonSummary> everybody = new TreeMap<>();
        if (census.complete()) {
            kept.people().forEach(name -> everybody.put(name, PersonSummary.left(name)));
        }
        census.people().values().forEach(person -> everybody.put(person.name(), PersonSummary.of(person, census)));
        return everybody;
    }

    /** @throws PersonNotFoundException if neither the directory nor Carme knows the name */
    public Account get(String admin, String name) {
        administrators.require(admin);
        Census census = directory.census();
        Optional<Person> person = Optional.ofNullable(census.people().get(name)).or(() -> directory.find(name));
        List<Kept> about = kept.about(name);
        if (person.isEmpty() && about.isEmpty()) {
            throw new PersonNotFoundException(name);
        }
        return new Account(
                person.map(found -> PersonSummary.of(found, census)).orElseGet(() -> PersonSummary.left(name)),
                person,
                person.flatMap(this::knownToSlurm),
                facts.missingSince(name),
                facts.sessions(name),
                facts.tokens(name),
                about);
    }

    private Optional<Boolean> knownToSlurm(Person person) {
        return person.uid().flatMap(uid -> ClusterUser.of(person.name(), uid)).flatMap(clusterAccounts::known);
    }
}
