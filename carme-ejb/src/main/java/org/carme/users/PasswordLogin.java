package org.carme.users;

import com.unboundid.ldap.sdk.LDAPBindException;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ErrorType;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10RequestControl;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ResponseControl;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.carme.common.InvalidRequestException;

/**
 * Finds somebody, then binds as him. Only who knows the password learns anything about the account; an unknown name
 * takes a bind as well, so that the time of the answer does not tell it apart.
 */
final class PasswordLogin {
    private static final int LONGEST_PASSWORD = 1000;
    private static final Set<ResultCode> WRONG = Set.of(
            ResultCode.INVALID_CREDENTIALS,
            ResultCode.INAPPROPRIATE_AUTHENTICATION,
            ResultCode.NO_SUCH_OBJECT,
            ResultCode.CONSTRAINT_VIOLATION,
            ResultCode.UNWILLING_TO_PERFORM,
            ResultCode.INVALID_DN_SYNTAX);

    private final Directory directory;
    private final DirectorySettings settings;
    private final DirectorySearch search;
    private final Clock clock;

    PasswordLogin(Directory directory, DirectorySettings settings, DirectorySearch search, Clock clock) {
        this.directory = directory;
        this.settings = settings;
        this.search = search;
        this.clock = clock;
    }

    /**
     * Checks the password.
     *
     * @throws LoginException if it is wrong, or right but the account may not be used
     * @throws LDAPException if the directory cannot say
     */
    Person person(UserName name, String password) throws LDAPException {
        // an empty password would be an anonymous bind, which succeeds (RFC 4513, 5.1.2)
        if (password.isEmpty() || password.length() > LONGEST_PASSWORD) {
            throw LoginException.refused();
        }
        Optional<SearchResultEntry> entry = search.entry(name);
        bind(entry.map(SearchResultEntry::getDN).orElseGet(() -> nobody(name)), password);
        SearchResultEntry known = entry.orElseThrow(LoginException::refused);
        AccountState.require(known, clock.instant());
        Person person = search.person(name, known);
        if (person.roles().isEmpty()) {
            throw LoginException.withoutRole();
        }
        return person;
    }

    /**
     * Changes the password of somebody who may log in.
     *
     * @throws LoginException as {@link #person}
     * @throws InvalidRequestException if the directory does not take the next one
     * @throws LDAPException if the directory cannot say
     */
    void change(UserName name, String present, String next) throws LDAPException {
        person(name, present);
        String dn = search.entry(name).orElseThrow(LoginException::refused).getDN();
        try {
            directory.passwords().change(dn, present, next);
        } catch (LDAPException e) {
            if (e.getResultCode().isConnectionUsable()) {
                throw InvalidRequestException.about(
                        "next",
                        "invalid-request.password-refused",
                        Optional.ofNullable(e.getDiagnosticMessage())
                                .orElse(e.getResultCode().getName()));
            }
            throw e;
        }
    }

    private void bind(String dn, String password) throws LDAPException {
        try {
            directory
                    .passwords()
                    .bind(new SimpleBindRequest(dn, password, new DraftBeheraLDAPPasswordPolicy10RequestControl()));
        } catch (LDAPException e) {
            if (hasExpired(e)) {
                throw LoginException.expired();
            }
            if (WRONG.contains(e.getResultCode())) {
                throw LoginException.refused();
            }
            throw e;
        }
    }

    /** Servers look at the age of a password after the password, but at a lock before it: a lock is no proof. */
    private static boolean hasExpired(LDAPException failure) throws LDAPException {
        if (!(failure instanceof LDAPBindException refused)) {
            return false;
        }
        DraftBeheraLDAPPasswordPolicy10ResponseControl policy =
                DraftBeheraLDAPPasswordPolicy10ResponseControl.get(refused.getBindResult());
        return policy != null && policy.getErrorType() == DraftBeheraLDAPPasswordPolicy10ErrorType.PASSWORD_EXPIRED;
    }

    private String nobody(UserName name) {
        return new RDN("uid", name.text()) + "," + settings.peopleBase();
    }
}
