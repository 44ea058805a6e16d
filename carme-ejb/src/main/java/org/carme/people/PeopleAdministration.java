package org.carme.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.database.Retry;
import org.carme.users.Administrators;
import org.carme.users.DirectoryService;

/** What administrators do about an account. Every method refuses everybody else. */
@ApplicationScoped
public class PeopleAdministration {
    @Inject
    Administrators administrators;

    @Inject
    DirectoryService directory;

    @Inject
    PeopleStore store;

    @Inject
    LeftStore leftStore;

    @Inject
    KeptData kept;

    /**
     * Ends all sessions of somebody, who is told.
     *
     * @return how many
     */
    public int endSessions(String admin, String user) {
        administrators.require(admin);
        return Retry.onConflict(() -> store.endSessions(admin, user));
    }

    /** @throws org.carme.users.TokenNotFoundException if he has no such token */
    public void revokeToken(String admin, String user, long id) {
        administrators.require(admin);
        Retry.onConflict(() -> store.revokeToken(admin, user, id));
    }

    /**
     * Revokes all tokens of somebody, who is told.
     *
     * @return how many
     */
    public int revokeTokens(String admin, String user) {
        administrators.require(admin);
        return Retry.onConflict(() -> store.revokeTokens(admin, user));
    }

    /**
     * What {@link #anonymise} would change or remove.
     *
     * @throws PersonPresentException if the directory knows him
     * @throws PersonNotFoundException if nothing is kept about him
     */
    public List<Kept> wouldAnonymise(String admin, String user) {
        administrators.require(admin);
        if (directory.exists(user)) {
            throw new PersonPresentException(user);
        }
        List<Kept> about = kept.about(user);
        if (about.isEmpty()) {
            throw new PersonNotFoundException(user);
        }
        return about;
    }

    /**
     * Puts a pseudonym in the place of the name of somebody who has left, without waiting; there is no way back.
     *
     * @throws PersonPresentException if the directory knows him
     * @throws PersonNotFoundException if nothing is kept about him
     * @throws org.carme.users.PersonalDataInUseException while jobs of his have not ended
     */
    public void anonymise(String admin, String user) {
        wouldAnonymise(admin, user);
        Retry.onConflict(() -> leftStore.anonymise(admin, user));
    }
}
