package org.carme.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.database.Retry;
import org.carme.users.Administrators;

/** Shows administrators which backups there are, on the machine of this instance, and makes one for them. */
@ApplicationScoped
public class BackupService {
    @Inject
    BackupFinder finder;

    @Inject
    Administrators administrators;

    @Inject
    BackupRequests requests;

    @Inject
    BackupSignal signal;

    public boolean areOn() {
        return finder.areOn();
    }

    /**
     * Lists what is in this instance's folder.
     *
     * @return newest first
     * @throws BackupsUnavailableException if the folder does not answer within seconds
     */
    public List<Backup> list(String admin) {
        BackupPicture picture = look(admin);
        if (!picture.answers()) {
            throw new BackupsUnavailableException();
        }
        return picture.here();
    }

    /** Takes seconds at most, whatever the folder does. */
    public BackupPicture look(String admin) {
        administrators.require(admin);
        return finder.look();
    }

    /**
     * Has one made now, in the background; nothing happens while one is being made.
     *
     * @throws BackupsOffException if there is no folder for it
     */
    public void start(String admin) {
        administrators.require(admin);
        if (!finder.areOn()) {
            throw new BackupsOffException();
        }
        Retry.onConflict(() -> requests.record(admin));
        signal.raise();
    }
}
