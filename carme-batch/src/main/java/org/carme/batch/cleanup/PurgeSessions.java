package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.users.SessionService;

/** Removes portal sessions that have ended by themselves. */
@Named
@Dependent
public class PurgeSessions extends Purge {
    @Inject
    SessionService sessions;

    @Override
    int remove(int most) {
        return sessions.purge(most);
    }
}
