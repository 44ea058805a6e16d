package org.carme.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.database.Retry;
import org.carme.users.Administrators;

/** Shows administrators which backups there are, on the machine of this instance, and makes one for them. */
@ApplicationScoped
public class BackupService {
    private static final Duration OVERDUE = Duration.ofDays(2);

    @Inject
    BackupSettings settings;

    @Inject
    Administrators administrators;

    @Inject
    BackupRequests requests;

    @Inject
    BackupSignal signal;

    @Inject
    Clock clock;

    public boolean areOn() {
        return settings.isOn();
    }

    /** @return newest first */
    public List<Backup> list(String admin) {
        administrators.require(admin);
        return all();
    }

    /** @return empty if there is none */
    public Optional<Backup> last() {
        return all().stream().findFirst();
    }

    /**
     * Tells whether one is missing.
     *
     * @param since when there could first have been one
     */
    public boolean isOverdue(Instant since) {
        return last().map(Backup::at).orElse(since).isBefore(clock.instant().minus(OVERDUE));
    }

    /**
     * Has one made now, in the background; nothing happens while one is being made.
     *
     * @throws BackupsOffException if there is no folder for it
     */
    public void start(String admin) {
        administrators.require(admin);
        if (!settings.isOn()) {
            throw new BackupsOffException();
        }
        Retry.onConflict(() -> requests.record(admin));
        signal.raise();
    }

    private List<Backup> all() {
        try {
            return settings.folder().isEmpty()
                    ? List.of()
                    : new BackupFolder(settings.folder().get()).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
