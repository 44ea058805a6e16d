package org.carme.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.carme.backup.BackupFinder;
import org.carme.backup.BackupPicture;
import org.carme.backup.LastBackup;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerPart;
import org.carme.database.Schema;
import org.carme.users.DirectoryService;

/** How each part is asked. */
@ApplicationScoped
class Questions {
    private static final int SECONDS = 2;

    @Resource(lookup = "jdbc/carme")
    private DataSource dataSource;

    @Inject
    DirectoryService directory;

    @Inject
    Scheduler scheduler;

    @Inject
    BackupFinder backups;

    @Inject
    Schema schema;

    /** A part that the site does not have is not asked. */
    Map<Part, Reply.Question> all() {
        Map<Part, Reply.Question> questions = new EnumMap<>(Part.class);
        questions.put(Part.DATABASE, this::database);
        questions.put(Part.DIRECTORY, () -> directory.isReachable() ? new Reply(true, "") : Reply.SILENCE);
        questions.put(Part.CONTROLLER, () -> scheduler(SchedulerPart.CONTROLLER));
        questions.put(Part.INTERFACE, () -> scheduler(SchedulerPart.INTERFACE));
        questions.put(Part.ACCOUNTING, () -> scheduler(SchedulerPart.ACCOUNTING));
        if (backups.areOn()) {
            questions.put(Part.BACKUP, this::backup);
        }
        return questions;
    }

    private Reply database() {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            String version = about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
            return connection.isValid(SECONDS) ? new Reply(true, version) : Reply.SILENCE;
        } catch (SQLException e) {
            return new Reply(false, e.getMessage());
        }
    }

    private Reply backup() {
        BackupPicture picture = backups.look();
        return picture.isOverdue(schema.madeAt())
                ? Reply.SILENCE
                : new Reply(true, picture.last().map(Questions::words).orElse(""));
    }

    private static String words(LastBackup last) {
        return last.isElsewhere() ? last.name() + " (" + last.host() + ")" : last.name();
    }

    private Reply scheduler(SchedulerPart part) {
        try {
            return new Reply(true, scheduler.probe(part));
        } catch (SchedulerException e) {
            return new Reply(false, e.getMessage());
        }
    }
}
