package org.carme.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carme.users.DirectoryService;
import org.carme.users.DirectoryUnavailableException;
import org.carme.users.Person;
import org.carme.users.Role;

/** Who is looking at the page. */
@Named
@RequestScoped
public class CurrentUser {
    /** A request attribute: the page is made as for nobody, because what is said to somebody comes from the database. */
    public static final String HIDDEN = "carme.hidden-user";

    @Inject
    HttpServletRequest request;

    @Inject
    DirectoryService directory;

    private Person person;
    private boolean isAway;

    /** @throws UnauthenticatedException on a page that nobody needs to log in for */
    public String getName() {
        return login().map(Login::user).orElseThrow(UnauthenticatedException::new);
    }

    public boolean isKnown() {
        return login().isPresent();
    }

    public String getDisplayName() {
        return known().map(Person::displayName).orElseGet(this::getName);
    }

    public List<String> getGroups() {
        return known().stream()
                .flatMap(found -> found.groups().stream())
                .sorted()
                .toList();
    }

    public List<String> getRoles() {
        return known().stream()
                .flatMap(found -> found.roles().stream())
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    /** @param role such as {@code ADMIN} */
    public boolean can(String role) {
        return known().map(found -> found.roles().contains(Role.valueOf(role))).orElse(false);
    }

    /** @return when the session ends unless the user acts */
    public Instant getSessionEnd() {
        return login().map(Login::endsAt).orElseThrow(UnauthenticatedException::new);
    }

    /** @return the session's key, for tickets that must end with it */
    public String sessionKey() {
        return login().map(Login::key).orElseThrow(UnauthenticatedException::new);
    }

    /** @return as the directory knows him */
    public Person person() {
        if (person == null) {
            person = directory.person(getName());
        }
        return person;
    }

    /** Nobody has a role while the directory is away, but the page that says so has a head all the same. */
    private Optional<Person> known() {
        if (isAway) {
            return Optional.empty();
        }
        try {
            return Optional.of(person());
        } catch (DirectoryUnavailableException away) {
            isAway = true;
            return Optional.empty();
        }
    }

    private Optional<Login> login() {
        HttpSession session = request.getAttribute(HIDDEN) == null ? request.getSession(false) : null;
        return session != null && session.getAttribute(Login.ATTRIBUTE) instanceof Login login
                ? Optional.of(login)
                : Optional.empty();
    }
}
