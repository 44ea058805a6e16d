package org.carme.images;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.audit.TestAudit;
import org.carme.users.Person;

/** Images for tests. */
public final class TestImages {
    private TestImages() {}

    /** Adds an image of that name with its version 1. */
    public static ImageProfile add(EntityManager entityManager, String name) {
        FirstImages first = new FirstImages();
        first.images = new ImageRepository(entityManager);
        first.clock = Clock.systemUTC();
        ImageProfile profile = new ImageProfile(name, name, "", ImageAccess.everybody());
        first.add(List.of(profile));
        return profile;
    }

    /** The real titles. */
    public static ImageTitles titles(EntityManager entityManager) {
        ImageTitles titles = new ImageTitles();
        titles.images = new ImageRepository(entityManager);
        return titles;
    }

    /** The real versions that jobs make, in the transactions of that entity manager. */
    public static MadeVersions made(EntityManager entityManager, Clock clock) {
        MadeVersions made = new MadeVersions();
        made.images = new ImageRepository(entityManager);
        made.audit = TestAudit.on(entityManager, clock);
        made.clock = clock;
        return made;
    }

    /** The real way into the catalogue, with the runtimes that come with Carme. */
    public static ImageIntake intake(EntityManager entityManager, Clock clock) {
        ImageIntake intake = new ImageIntake();
        intake.rules = new VersionRules();
        intake.rules.runtimes = FakeLaunches.runtimes();
        intake.rules.rules = new ImageRules();
        intake.rules.rules.settings = FakeLaunches.SETTINGS;
        intake.images = new ImageRepository(entityManager);
        intake.audit = TestAudit.on(entityManager, clock);
        intake.clock = clock;
        return intake;
    }

    /** The real names of versions. */
    public static VersionNames names(EntityManager entityManager) {
        VersionNames names = new VersionNames();
        names.reads = new ImageReads();
        names.reads.images = new ImageRepository(entityManager);
        return names;
    }

    /** What somebody is told who asks for an image that he cannot see. */
    public static ImageNotFoundException unknown(String name) {
        return new ImageNotFoundException(name);
    }

    /** Takes every image for one that everybody may start, in the version asked for, else 1. */
    public static ImageStarts whatever() {
        return new Whatever();
    }

    private static final class Whatever extends ImageStarts {
        @Override
        public Map<String, ImageOption> options(Person person, Collection<String> names) {
            return names.stream().collect(Collectors.toMap(Function.identity(), Whatever::option));
        }

        private static ImageOption option(String name) {
            return new ImageOption(
                    name, name, "", false, List.of(new ImageOption.VersionOption("1", VersionState.ACTIVE)));
        }

        @Override
        public boolean isFree(Person person, String image) {
            return false;
        }

        @Override
        public StartedImage lock(Person person, ImageReference wanted) {
            return new StartedImage(wanted.name(), wanted.version().orElse("1"), Optional.empty(), true);
        }
    }
}
