package org.carme.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Stream;
import org.carme.projects.ProjectStarts;
import org.carme.users.Administrators;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who, besides their owners, sees what jobs use. */
@ApplicationScoped
class UsageReaders {
    private static final String ADMINISTRATORS = "administrators";
    private static final String MANAGERS = "project-managers";
    private static final Set<String> WORDS = Set.of("owner", ADMINISTRATORS, MANAGERS);

    @Inject
    @ConfigProperty(name = "carme.usage.visible-to", defaultValue = ADMINISTRATORS)
    String visibleTo;

    @Inject
    Administrators administrators;

    @Inject
    ProjectStarts projects;

    private Set<String> readers = Set.of();

    @PostConstruct
    void read() {
        readers = Set.copyOf(Stream.of(visibleTo.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList());
        if (!WORDS.containsAll(readers)) {
            throw new IllegalStateException(
                    "carme.usage.visible-to must be owner, or administrators, project-managers or both");
        }
    }

    /** @return the words of the configuration, each known */
    Set<String> words() {
        return readers;
    }

    /** @return whether the user reads it as an administrator */
    boolean includesAdministrator(String user) {
        return readers.contains(ADMINISTRATORS) && administrators.includes(user);
    }

    /** @return whether the user reads it because he answers for the project that the job is charged to */
    boolean includesManager(String user, Job job) {
        return readers.contains(MANAGERS)
                && job.chargedProject()
                        .filter(project -> projects.manages(user, project))
                        .isPresent();
    }
}
