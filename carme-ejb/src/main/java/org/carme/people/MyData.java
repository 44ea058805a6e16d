package org.carme.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.database.Retry;
import org.carme.users.DirectoryService;
import org.carme.users.Person;
import org.carme.users.PersonalData;

/** What is kept about a user, for himself. */
@ApplicationScoped
public class MyData {
    @Inject
    DirectoryService directory;

    @Inject
    KeptData kept;

    @Inject
    PeopleStore store;

    /** @return how much of what */
    public List<Kept> overview(String user) {
        return kept.about(user);
    }

    /** Notes that the user takes his data away, and tells who he is for the directory. */
    public Person export(String user) {
        Person person = directory.person(user);
        Retry.onConflict(() -> store.noteExport(user));
        return person;
    }

    /** @return what is kept, to be read part by part */
    public List<PersonalData> sections() {
        return kept.sections();
    }
}
