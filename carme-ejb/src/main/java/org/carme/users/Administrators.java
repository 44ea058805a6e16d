package org.carme.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.carme.audit.Auditors;

/** Who administrates the portal; among other things they read everybody's entries of the audit log. */
@ApplicationScoped
public class Administrators implements Auditors {
    @Inject
    DirectoryService directory;

    @Override
    public boolean includes(String user) {
        return directory
                .find(user)
                .map(person -> person.roles().contains(Role.ADMIN))
                .orElse(false);
    }

    /** @return their names, as far as the directory tells who is in a group */
    public Set<String> all() {
        return directory.allWith(Role.ADMIN);
    }

    /** @throws NotAdministratorException if the user is none, whatever page or resource he came through */
    public void require(String user) {
        if (!includes(user)) {
            throw new NotAdministratorException();
        }
    }
}
