package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.users.LoginService;

/** Forgets from where people have logged in, or failed to. */
@Named
@Dependent
public class PurgeLogins extends Purge {
    @Inject
    LoginService logins;

    @Override
    int remove(int most) {
        return logins.purge(most);
    }
}
