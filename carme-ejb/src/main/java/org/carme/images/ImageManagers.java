package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** @return their names, as far as the directory tells who is in a group */
    public Set<String> all() {
        return Stream.of(Role.IMAGE_MANAGER, Role.ADMIN)
                .flatMap(role -> directory.namesIn(role).stream())
                .filter(name ->
                        directory.find(name).filter(ImageManagers::include).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @throws NotImageManagerException if the user is none, whatever page or resource he came through */
    public Person require(String user) {
        return directory.find(user).filter(ImageManagers::include).orElseThrow(NotImageManagerException::new);
    }
}
