package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.carme.users.DirectoryService;
import org.carme.users.Person;
import org.carme.users.Role;

/** Who manages images: those with that role, and administrators. */
@ApplicationScoped
class ImageManagers {
    @Inject
    DirectoryService directory;

    static boolean include(Person person) {
        return person.roles().contains(Role.IMAGE_MANAGER) || person.roles().contains(Role.ADMIN);
    }

    /** @throws NotImageManagerException if the user is none, whatever page or resource he came through */
    Person require(String user) {
        return directory.find(user).filter(ImageManagers::include).orElseThrow(NotImageManagerException::new);
    }
}
