package org.carme.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.carme.audit.Auditors;

/** Administrators read everybody's entries of the audit log. */
@ApplicationScoped
class AdminAuditors implements Auditors {
    @Inject
    DirectoryService directory;

    @Override
    public boolean includes(String user) {
        return directory
                .find(user)
                .map(person -> person.roles().contains(Role.ADMIN))
                .orElse(false);
    }
}
