package org.carme.users;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** The people of the institution. */
@ApplicationScoped
public class DirectoryService {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration USABLE_WHILE_AWAY = Duration.ofHours(1);
    private static final int MOST = 10_000;
    private static final int SHORTEST_TEXT = 2;
    private static final int LONGEST_TEXT = 100;
    private static final int MOST_OFFERED = 20;

    private final Map<UserName, Answer> answers = new ConcurrentHashMap<>();
    private Directory directory;
    private DirectorySearch search;
    private PasswordLogin passwords;
    private CensusTaker taker;
    private Map<Role, Set<String>> roleGroups;
    private volatile Optional<Census> census = Optional.empty();
    private Absence absence;

    @Inject
    Config config;

    @Inject
    Clock clock;

    private record Answer(Optional<Person> person, Instant at) {}

    @PostConstruct
    void open() {
        DirectorySettings settings = DirectorySettings.read(config);
        use(settings.url().isPresent() ? RemoteDirectory.open(settings) : EmbeddedDirectory.open(config), settings);
    }

    void use(Directory opened, DirectorySettings settings) {
        directory = opened;
        search = new DirectorySearch(directory.search(), settings);
        passwords = new PasswordLogin(directory, settings, search, clock);
        taker = new CensusTaker(directory.search(), settings, search);
        roleGroups = settings.roleGroups();
        absence = new Absence(clock);
    }

    @PreDestroy
    void close() {
        directory.close();
    }

    /** Stops the start of the portal if the configuration is wrong; a directory that is away does not. */
    void start() {
        // reaching this bean is the proof: its creation has read the configuration
    }

    /**
     * Checks a password.
     *
     * @throws LoginException if it is wrong, or right but the account may not be used
     * @throws DirectoryUnavailableException if nobody can say
     */
    Person authenticate(UserName name, String password) {
        return ask(() -> remember(name, Optional.of(passwords.person(name, password))))
                .orElseThrow();
    }

    /**
     * Changes a password with its owner's own rights.
     *
     * @throws LoginException as {@link #authenticate}
     * @throws org.carme.common.InvalidRequestException if the directory does not take the next one
     * @throws DirectoryUnavailableException if nobody can say
     */
    void changePassword(UserName name, String present, String next) {
        ask(() -> {
            passwords.change(name, present, next);
            return name;
        });
    }

    /**
     * Looks somebody up; the answer may be a minute old, and an hour old while the directory is away.
     *
     * @return empty if the directory does not know the name or has closed the account
     * @throws DirectoryUnavailableException if the directory is away and nothing is remembered
     */
    public Optional<Person> find(String name) {
        return UserName.of(name).flatMap(this::known);
    }

    private Optional<Person> known(UserName name) {
        Answer known = answers.get(name);
        if (known != null && isYounger(known, FRESH)) {
            return known.person();
        }
        if (absence.isWorthAsking()) {
            try {
                return remember(name, ask(name));
            } catch (LDAPException e) {
                absence.note(e);
            }
        }
        if (known != null && isYounger(known, USABLE_WHILE_AWAY)) {
            return known.person();
        }
        throw new DirectoryUnavailableException();
    }

    private Optional<Person> ask(UserName name) throws LDAPException {
        Optional<SearchResultEntry> entry =
                search.entry(name).filter(found -> AccountState.isUsable(found, clock.instant()));
        return entry.isPresent() ? Optional.of(search.person(name, entry.get())) : Optional.empty();
    }

    /** @throws UnknownPersonException if the directory does not know the name or has closed the account */
    public Person person(String name) {
        return find(name).orElseThrow(() -> new UnknownPersonException(name));
    }

    /**
     * Asks anew how somebody is reached.
     *
     * @return empty if the directory does not know the name or has closed the account
     * @throws DirectoryUnavailableException if the directory is away
     */
    public Optional<Contact> contact(String name) {
        return UserName.of(name).flatMap(user -> ask(() -> search.contact(user, clock.instant())));
    }

    /**
     * Looks up who is in the groups that give the role, nested ones included.
     *
     * @return names that need not be those of usable accounts; empty if the directory does not show members
     * @throws DirectoryUnavailableException if the directory is away
     */
    public Set<String> namesIn(Role role) {
        return ask(() -> search.names(role));
    }

    /**
     * Looks up who has the role now.
     *
     * @return usable accounts; empty if the directory does not show members
     * @throws DirectoryUnavailableException if the directory is away
     */
    public Set<String> allWith(Role role) {
        return namesIn(role).stream()
                .filter(name -> find(name)
                        .filter(person -> person.roles().contains(role))
                        .isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Finds people for a choice. Of many more than a choice can offer, some are found.
     *
     * @param text how the user name, surname or full name begins; nobody is found by fewer than two characters
     * @return usable accounts, by user name
     * @throws DirectoryUnavailableException if the directory is away
     */
    public List<PersonName> people(String text, int limit) {
        String beginning = text.strip();
        if (beginning.length() < SHORTEST_TEXT || beginning.length() > LONGEST_TEXT) {
            return List.of();
        }
        return ask(() -> search.people(beginning, Math.min(limit, MOST_OFFERED), clock.instant()));
    }

    private <T> T ask(Question<T> question) {
        if (!absence.isWorthAsking()) {
            throw new DirectoryUnavailableException();
        }
        try {
            T answer = question.answer();
            absence.end();
            return answer;
        } catch (LDAPException e) {
            absence.note(e);
            throw new DirectoryUnavailableException();
        }
    }

    private interface Question<T> {
        T answer() throws LDAPException;
    }

    /**
     * Everybody and all groups; the answer may be a minute old.
     *
     * @throws DirectoryUnavailableException if the directory is away
     */
    public Census census() {
        Instant now = clock.instant();
        Optional<Census> known = census.filter(taken -> taken.at().plus(FRESH).isAfter(now));
        if (known.isPresent()) {
            return known.get();
        }
        Census taken = ask(() -> taker.take(now));
        census = Optional.of(taken);
        return taken;
    }

    /**
     * Asks anew whether there is such an account, usable or not.
     *
     * @throws DirectoryUnavailableException if the directory is away, or lacks the place where people should be
     */
    public boolean exists(String name) {
        return UserName.of(name).map(user -> ask(() -> search.exists(user))).orElse(false);
    }

    /** @return the groups that mean each role, in lower case */
    public Map<Role, Set<String>> roleGroups() {
        return roleGroups;
    }

    /** @return whether the directory answers */
    public boolean isReachable() {
        if (absence.isWorthAsking()) {
            try {
                directory.search().getRootDSE();
                absence.end();
            } catch (LDAPException e) {
                absence.note(e);
            }
        }
        return awaySince().isEmpty();
    }

    /** @return since when the directory does not answer, empty if it did when last asked */
    public Optional<Instant> awaySince() {
        return absence.since();
    }

    private Optional<Person> remember(UserName name, Optional<Person> person) {
        absence.end();
        if (answers.size() >= MOST) {
            answers.clear();
        }
        answers.put(name, new Answer(person, clock.instant()));
        return person;
    }

    private boolean isYounger(Answer answer, Duration age) {
        return answer.at().plus(age).isAfter(clock.instant());
    }
}
