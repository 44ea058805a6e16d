package org.carme.users;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** The people of the institution. */
@ApplicationScoped
public class DirectoryService {
    private static final Logger LOG = System.getLogger(DirectoryService.class.getName());
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_.-]{0,31}");
    private static final int LONGEST_PASSWORD = 1000;
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration USABLE_WHILE_AWAY = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private volatile boolean away;
    private Directory directory;
    private DirectorySearch search;

    @Inject
    Config config;

    @Inject
    Clock clock;

    private record Answer(Optional<Person> person, Instant at) {}

    @PostConstruct
    void open() {
        DirectorySettings settings = DirectorySettings.read(config);
        directory = settings.url().isPresent() ? RemoteDirectory.open(settings) : embedded();
        search = new DirectorySearch(directory.search(), settings);
    }

    private Directory embedded() {
        String folder = config.getOptionalValue("carme.data", String.class)
                .orElseThrow(() -> new IllegalStateException("carme.data is not set"));
        String password = DirectorySettings.secret(config, "carme.demo.password")
                .orElseThrow(() -> new IllegalStateException(
                        "Set carme.directory.url, or carme.demo.password for the embedded directory"));
        return EmbeddedDirectory.open(Path.of(folder, "directory.ldif"), password);
    }

    @PreDestroy
    void close() {
        directory.close();
    }

    /**
     * Checks name and password.
     *
     * @throws LoginException if they are wrong, or right but the account may not be used
     * @throws DirectoryUnavailableException if nobody can say
     */
    Person authenticate(String name, String password) {
        String normal = name.strip().toLowerCase(Locale.ROOT);
        // an empty password would be an anonymous bind, which succeeds (RFC 4513, 5.1.2)
        if (!NAME.matcher(normal).matches() || password.isEmpty() || password.length() > LONGEST_PASSWORD) {
            throw LoginException.refused();
        }
        try {
            SearchResultEntry entry = search.entry(normal).orElseThrow(LoginException::refused);
            check(entry, password);
            AccountState.require(entry, clock.instant());
            return remember(normal, Optional.of(search.person(entry))).orElseThrow();
        } catch (LDAPException e) {
            throw new DirectoryUnavailableException(e);
        }
    }

    private void check(SearchResultEntry entry, String password) throws LDAPException {
        try {
            directory.passwords().check(entry.getDN(), password);
        } catch (LDAPException e) {
            if (e.getResultCode().isConnectionUsable() || e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                throw LoginException.refused();
            }
            throw e;
        }
    }

    /**
     * Looks somebody up; the answer may be a minute old, and an hour old while the directory is away.
     *
     * @return empty if the directory does not know the name
     * @throws DirectoryUnavailableException if the directory is away and nothing is remembered
     */
    public Optional<Person> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Answer known = answers.get(name);
        if (known != null && isYounger(known, FRESH)) {
            return known.person();
        }
        try {
            Optional<SearchResultEntry> entry = search.entry(name);
            return remember(name, entry.isPresent() ? Optional.of(search.person(entry.get())) : Optional.empty());
        } catch (LDAPException e) {
            noteAway(e);
            if (known != null && isYounger(known, USABLE_WHILE_AWAY)) {
                return known.person();
            }
            throw new DirectoryUnavailableException(e);
        }
    }

    /** @throws UnknownPersonException if the directory does not know the name */
    public Person person(String name) {
        return find(name).orElseThrow(() -> new UnknownPersonException(name));
    }

    /** @return whether the directory answers */
    public boolean isReachable() {
        try {
            directory.search().getRootDSE();
            away = false;
        } catch (LDAPException e) {
            noteAway(e);
        }
        return !away;
    }

    private Optional<Person> remember(String name, Optional<Person> person) {
        away = false;
        if (answers.size() >= MOST) {
            answers.clear();
        }
        answers.put(name, new Answer(person, clock.instant()));
        return person;
    }

    private void noteAway(LDAPException failure) {
        if (!away) {
            LOG.log(Level.WARNING, "The directory does not answer: {0}", failure.getResultCode());
        }
        away = true;
    }

    private boolean isYounger(Answer answer, Duration age) {
        return answer.at().plus(age).isAfter(clock.instant());
    }
}
