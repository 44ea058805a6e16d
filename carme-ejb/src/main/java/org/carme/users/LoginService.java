package org.carme.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.carme.common.ErrorCode;
import org.carme.database.Retry;

/** The one place where a password is checked, whoever asks. */
@ApplicationScoped
public class LoginService {
    private static final Logger LOG = System.getLogger(LoginService.class.getName());

    private final Turns turns = new Turns();

    @Inject
    DirectoryService directory;

    @Inject
    LoginThrottle throttle;

    /**
     * Checks name and password, slowly after failures.
     *
     * @param address where the request comes from
     * @throws LoginException if nobody may be logged in; the message tells no more than its code
     * @throws DirectoryUnavailableException if nobody can say
     */
    public Person login(String name, String password, String address) {
        Optional<UserName> known = UserName.of(name);
        return turns.take(known.map(UserName::text).orElse(address), () -> check(known, name, password, address));
    }

    /**
     * Changes a password; the present one is checked as at a login, slowly after failures.
     *
     * @throws LoginException as {@link #login}
     * @throws org.carme.common.InvalidRequestException if the directory does not take the next one
     */
    void changePassword(UserName user, String present, String next, String address) {
        turns.take(user.text(), () -> {
            throttle.requireFree(Optional.of(user), address);
            try {
                directory.changePassword(user, present, next);
                return user;
            } catch (LoginException e) {
                failed(Optional.of(user), user.text(), e.code(), address);
                throw e;
            }
        });
    }

    /**
     * Forgets failed logins after a day and successful ones after 30 days, in a transaction of its own.
     *
     * @param most of either
     * @return how many were removed; none if nothing is left
     */
    public int purge(int most) {
        return throttle.purge(most);
    }

    private Person check(Optional<UserName> name, String typed, String password, String address) {
        throttle.requireFree(name, address);
        try {
            Person person = directory.authenticate(name.orElseThrow(LoginException::refused), password);
            Retry.onConflict(() -> throttle.succeeded(name.get(), address));
            LOG.log(Level.INFO, "Login of {0} from {1}", person.name(), address);
            return person;
        } catch (LoginException e) {
            failed(name, typed, e.code(), address);
            throw e;
        }
    }

    private void failed(Optional<UserName> name, String typed, ErrorCode why, String address) {
        if (why == ErrorCode.LOGIN_REFUSED) {
            Retry.onConflict(() -> throttle.failed(name, typed, address));
        } else {
            Retry.onConflict(() -> throttle.closed(name.orElseThrow(), why, address));
        }
        LOG.log(Level.INFO, "Refused login from {0}: {1}", address, why);
    }
}
