package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import org.carme.users.DirectoryService;
import org.carme.users.Person;
import org.carme.users.Role;

/** Who manages images: those with that role, and administrators. */
@ApplicationScoped
public class ImageManagers {
    @Inject
    DirectoryService directory;

    static boolean include(Person person) {
        return person.roles().contains(Role.IMAGE_MANAGER) || person.roles().contains(Role.ADMIN);
    }

    /** @throws org.carme.users.DirectoryUnavailableException if nobody can say */
    public Set<String> all() {
        Set<String> all = new TreeSet<>(directory.allWith(Role.IMAGE_MANAGER));
        all.addAll(directory.allWith(Role.ADMIN));
        return all;
    }

    /** @throws NotImageManagerException if the user is none, whatever page or resource he came through */
    public Person require(String user) {
        return directory.find(user).filter(ImageManagers::include).orElseThrow(NotImageManagerException::new);
    }
}
