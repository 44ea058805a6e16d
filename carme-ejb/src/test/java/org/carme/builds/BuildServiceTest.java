package org.carme.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.carme.common.InvalidRequestException;
import org.carme.images.FakeLaunches;
import org.carme.images.ImageAccess;
import org.carme.images.ImageCatalogue;
import org.carme.images.ImageDetails;
import org.carme.images.ImageProfile;
import org.carme.images.ImageUse;
import org.carme.images.ImageVersionDetails;
import org.carme.images.RuntimeCatalogue;
import org.carme.images.RuntimeDeclaration;
import org.carme.images.TestImages;
import org.carme.images.VersionContent;
import org.carme.images.VersionSpec;
import org.carme.images.VersionState;
import org.carme.jobs.JobId;
import org.carme.jobs.JobService;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.jobs.StartRequest;
import org.carme.staging.StagedData;
import org.carme.users.DirectoryService;
import org.carme.users.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may have what made of which images, and which job that becomes; without a database. */
class BuildServiceTest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);

    private final Images images = new Images();
    private final Jobs jobs = new Jobs();
    private final Store store = new Store();
    private final BuildService builds = new BuildService();

    @BeforeEach
    void begin() {
        use("Images");
        images.put("debian", "1", "bubblewrap", "/opt/carme/images/debian", VersionState.ACTIVE);
    }

    private void use(String template) {
        Map<String, String> configuration = Map.of(
                "carme.builds.template", template,
                "carme.builds.folder", "/opt/carme/images/own",
                "carme.builds.groups", "builders");
        BuildSettings settings =
                BuildSettings.of(key -> Optional.ofNullable(configuration.get(key)), List.of("/opt/carme/images"));
        builds.builders = new Builders();
        builds.builders.settings = settings;
        builds.builders.directory = new People();
        builds.builders.images = images;
        builds.sources = new BuildSources();
        builds.sources.images = images;
        builds.sources.runtimes = new Runtimes();
        builds.sources.settings = settings;
        builds.jobs = jobs;
        builds.store = store;
    }

    @Test
    void startsAJobInTheBaseAndKeepsWhatIsWantedWithIt() {
        builds.start("alice", wish("debian"));

        assertThat(jobs.start.template()).isEqualTo("Images");
        assertThat(jobs.start.image()).as("the version, whatever becomes of it").isEqualTo("debian:1");
        assertThat(jobs.start.name()).contains("torch:2");
        assertThat(store.plan.kind()).isEqualTo(BuildKind.BUILD);
        assertThat(store.plan.location()).matches("/opt/carme/images/own/alice/torch-2-[0-9a-f]{8}");
        assertThat(store.plan.byManager()).isFalse();
        assertThat(store.plan.source().digest()).as("it is to be changed").isEmpty();
    }

    @Test
    void letsChosenGroupsAndImageManagersBuildAndNobodyElse() {
        builds.start("alice", wish("debian"));
        builds.start("carla", wish("debian"));

        assertThat(store.plan.byManager()).isTrue();
        assertThat(builds.mayBuild("bob")).isFalse();
        assertThatThrownBy(() -> builds.start("bob", wish("debian"))).isInstanceOf(BuildNotPermittedException.class);
        assertThatThrownBy(() -> builds.sandbox("bob", "debian", "1")).isInstanceOf(BuildNotPermittedException.class);
    }

    @Test
    void buildsNothingWithoutATemplate() {
        use(" ");

        assertThat(builds.mayBuild("carla")).isFalse();
        assertThatThrownBy(() -> builds.start("carla", wish("debian"))).isInstanceOf(BuildNotPermittedException.class);
        assertThatThrownBy(() -> builds.inventory("carla", "debian", "1"))
                .isInstanceOf(BuildNotPermittedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "apptainer, /opt/carme/images/debian.sif",
        "apptainer, docker://debian",
        "none, ''",
        "gone, /opt/carme/images/debian"
    })
    void buildsOnFoldersAlone(String runtime, String location) {
        images.put("other", "1", runtime, location, VersionState.ACTIVE);

        assertRefused("base", () -> builds.start("alice", wish("other:1")));
        assertRefused("base", () -> builds.sandbox("alice", "other", "1"));
    }

    @Test
    void refusesABaseThatTheUserCannotSee() {
        assertRefused("base", () -> builds.start("alice", wish("unknown")));
        assertRefused("base", () -> builds.start("alice", wish("debian:2")));
    }

    @ParameterizedTest
    @CsvSource({"Torch, 1, name", "torch, -1, version", "'../x', 1, name", "torch, 'a/b', version"})
    void refusesWhatNoImageCanBeCalled(String image, String version, String field) {
        BuildRequest request = BuildRequest.formed(image, version, new Recipe("debian", List.of()));

        assertRefused(field, () -> builds.start("alice", request));
    }

    @Test
    void makesSandboxesWhereTheRuntimeLetsPeopleWrite() {
        images.put("fixed", "1", "read-only", "/opt/carme/images/fixed", VersionState.ACTIVE);

        assertRefused("base", () -> builds.sandbox("alice", "fixed", "1"));
        builds.sandbox("alice", "debian", "1");

        assertThat(store.plan.kind()).isEqualTo(BuildKind.SANDBOX);
        assertThat(store.plan.location()).startsWith("/opt/carme/images/own/alice/debian-1-");
        assertThat(store.plan.steps()).isEmpty();
    }

    @Test
    void copiesWithTheDigestThatTheSourceMustHave() {
        builds.copy("alice", "debian", "1", "2");

        assertThat(store.plan.kind()).isEqualTo(BuildKind.COPY);
        assertThat(store.plan.version()).isEqualTo("2");
        assertThat(store.plan.source().digest()).contains(DIGEST);
    }

    @Test
    void givesOtherFilesToDraftsAlone() {
        images.put("debian", "2", "bubblewrap", "/opt/carme/images/own/alice/x", VersionState.DRAFT);

        builds.copy("carla", "debian", "2", "2");

        assertThat(store.plan.isMove()).isTrue();
        assertRefused("version", () -> builds.copy("carla", "debian", "1", "1"));
        assertThatThrownBy(() -> builds.copy("alice", "debian", "2", "2"))
                .as("not hers")
                .isInstanceOf(BuildNotPermittedException.class);
    }

    @Test
    void looksIntoImagesForTheirOwnersAndManagers() {
        images.put("packed", "1", "apptainer", "/opt/carme/images/packed.sif", VersionState.ACTIVE);
        images.put("remote", "1", "apptainer", "docker://debian", VersionState.ACTIVE);

        builds.inventory("carla", "packed", "1");

        assertThat(store.plan.kind()).isEqualTo(BuildKind.INVENTORY);
        assertThat(store.plan.location()).isEmpty();
        assertRefused("base", () -> builds.inventory("carla", "remote", "1"));
        assertThatThrownBy(() -> builds.inventory("alice", "packed", "1"))
                .isInstanceOf(BuildNotPermittedException.class);
    }

    @Test
    void makesAVersionOfASandboxThatWasStopped() {
        store.known = summary(BuildKind.SANDBOX, BuildState.DONE, JobState.RUNNING);
        assertThatThrownBy(() -> builds.promote("alice", 1, "torch", "1")).isInstanceOf(BuildConflictException.class);
        store.known = summary(BuildKind.SANDBOX, BuildState.FAILED, JobState.ENDED);
        assertThatThrownBy(() -> builds.promote("alice", 1, "torch", "1")).isInstanceOf(BuildNotFoundException.class);
        store.known = summary(BuildKind.SANDBOX, BuildState.DONE, JobState.ENDED);

        builds.promote("alice", 1, "torch", "1");

        assertThat(store.plan.kind()).isEqualTo(BuildKind.COPY);
        assertThat(store.plan.source().location()).isEqualTo("/opt/carme/images/own/alice/sand");
        assertThat(jobs.start.image()).isEqualTo("debian:1");
    }

    private static BuildRequest wish(String base) {
        return BuildRequest.formed("torch", "2", new Recipe(base, List.of()));
    }

    private static void assertRefused(String field, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.field()).contains(field));
    }

    private static BuildSummary summary(BuildKind kind, BuildState state, JobState job) {
        return new BuildSummary(
                1,
                kind,
                "alice",
                "debian:1",
                "debian",
                "1",
                "/opt/carme/images/own/alice/sand",
                state,
                job,
                Optional.empty(),
                false,
                Instant.EPOCH,
                Optional.empty());
    }

    private static final class People extends DirectoryService {
        @Override
        public Person person(String name) {
            Set<String> groups = name.equals("alice") ? Set.of("builders") : Set.of("others");
            return new Person(name, name, Optional.empty(), Optional.empty(), Optional.empty(), groups, Set.of());
        }
    }

    /** Those that come with Carme, and one that is made of the first and cannot be written to. */
    private static final class Runtimes extends RuntimeCatalogue {
        private final RuntimeCatalogue declared = FakeLaunches.runtimes();

        @Override
        public Optional<RuntimeDeclaration> find(String name) {
            return name.equals("read-only")
                    ? declared.find("bubblewrap").map(Runtimes::withoutWriting)
                    : declared.find(name);
        }

        private static RuntimeDeclaration withoutWriting(RuntimeDeclaration runtime) {
            return new RuntimeDeclaration(
                    "read-only",
                    runtime.title(),
                    runtime.locations(),
                    runtime.command(),
                    runtime.bind(),
                    runtime.readOnlyBind(),
                    runtime.accelerators(),
                    runtime.flags(),
                    runtime.needs(),
                    List.of());
        }
    }

    /** All are carla's, who manages images. */
    private static final class Images extends ImageCatalogue {
        private final Map<String, ImageVersionDetails> versions = new HashMap<>();

        void put(String image, String name, String runtime, String location, VersionState state) {
            VersionContent content =
                    new VersionContent(runtime, location, Optional.of(DIGEST), List.of(), List.of(), List.of());
            versions.put(
                    image + ":" + name,
                    new ImageVersionDetails(
                            image,
                            new VersionSpec(name, content, Optional.empty(), false, ""),
                            state,
                            "carla",
                            Instant.EPOCH,
                            Optional.empty(),
                            Optional.empty(),
                            1,
                            ImageUse.Jobs.NONE));
        }

        @Override
        public ImageVersionDetails version(String user, String name, String version) {
            return Optional.ofNullable(versions.get(name + ":" + version)).orElseThrow(() -> TestImages.unknown(name));
        }

        @Override
        public ImageDetails get(String user, String name) {
            version(user, name, "1");
            return new ImageDetails(
                    new ImageProfile(name, name, "", ImageAccess.everybody()),
                    "carla",
                    1,
                    Optional.of("1"),
                    List.of(),
                    List.of(),
                    false);
        }

        @Override
        public boolean isManagedBy(String user) {
            return user.equals("carla");
        }
    }

    private static final class Jobs extends JobService {
        private StartRequest start;

        @Override
        public JobSummary submit(String user, StartRequest request, Consumer<JobSummary> besides) {
            start = request;
            JobSummary job = new JobSummary(
                    new JobId(1),
                    "key",
                    "tag",
                    user,
                    7001,
                    request.name().orElseThrow(),
                    request.template(),
                    Optional.empty(),
                    0,
                    1,
                    "debian",
                    "1",
                    Optional.empty(),
                    JobState.SUBMITTING,
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    List.of(),
                    Duration.ofHours(1),
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    StagedData.NONE);
            besides.accept(job);
            return job;
        }
    }

    /** Remembers what was to be made last. */
    private static final class Store extends BuildStore {
        private BuildPlan plan;
        private BuildSummary known = summary(BuildKind.BUILD, BuildState.RUNNING, JobState.SUBMITTING);

        @Override
        void add(JobSummary job, BuildPlan wanted) {
            plan = wanted;
        }

        @Override
        void requireSame(JobId job, BuildPlan wanted) {
            assertThat(wanted).isEqualTo(plan);
        }

        @Override
        BuildDetails own(String user, long id) {
            return new BuildDetails(
                    known,
                    Optional.empty(),
                    "",
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    "",
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
