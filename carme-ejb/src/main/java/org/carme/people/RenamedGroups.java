package org.carme.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.carme.common.InvalidRequestException;
import org.carme.database.Retry;
import org.carme.users.Administrators;
import org.carme.users.DirectoryService;

/** Follows the directory where it has renamed a group, for administrators; others are refused. */
@ApplicationScoped
public class RenamedGroups {
    @Inject
    Administrators administrators;

    @Inject
    DirectoryService directory;

    @Inject
    RenamedGroupStore store;

    /**
     * Puts the new name in the place of one that the directory no longer has, in templates, limits and jobs, all of it
     * or nothing: at no time is there a template without the limit that goes with it.
     *
     * @throws InvalidRequestException if the directory has a group of the old name, or none of the new one, or if both
     *     have the same limit
     */
    public void follow(String admin, String before, String now) {
        administrators.require(admin);
        Set<String> groups = directory.census().groups();
        if (groups.contains(before)) {
            throw new InvalidRequestException("invalid-request.group-present", before);
        }
        if (!groups.contains(now)) {
            throw new InvalidRequestException("invalid-request.no-such-group", now);
        }
        Retry.onConflict(() -> store.rename(admin, before, now));
    }
}
