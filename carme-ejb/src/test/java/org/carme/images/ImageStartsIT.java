package org.carme.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.carme.common.InvalidRequestException;
import org.carme.users.Person;
import org.carme.users.Role;
import org.junit.jupiter.api.Test;

/** Which version a start gets, on a real database. */
class ImageStartsIT extends ImagesOnDatabase {
    private static final Person ALICE = person("alice", "lab");
    private static final Person BOB = person("bob", "students");

    @Test
    void meansTheActiveVersionThatWasApprovedLast() {
        have(TORCH, "1", "2", "3");
        draft("torch", "4");

        assertThat(start(ALICE, "torch")).isEqualTo("3");
        assertThat(start(ALICE, "torch:1")).isEqualTo("1");
        move("torch", "3", VersionState.DEPRECATED);
        assertThat(start(ALICE, "torch")).isEqualTo("2");
        assertThat(start(ALICE, "torch:3")).as("deprecated").isEqualTo("3");
        assertThat(options(ALICE).versions())
                .containsExactly(
                        new ImageOption.VersionOption("2", VersionState.ACTIVE),
                        new ImageOption.VersionOption("1", VersionState.ACTIVE),
                        new ImageOption.VersionOption("3", VersionState.DEPRECATED));
        assertThat(details("torch").current()).contains("2");
    }

    @Test
    void recordsTheDigest() {
        have(TORCH, "1");

        StartedImage started = transaction(own -> starts(own).lock(ALICE, ImageReference.of("torch")));

        assertThat(started.digest()).contains("sha256:" + "0".repeat(64));
    }

    @Test
    void refusesWhatCannotBeStarted() {
        have(TORCH, "1", "2");
        draft("torch", "3");
        move("torch", "2", VersionState.DISABLED);

        assertRefused(ALICE, "torch:2", "invalid-request.image-version");
        assertRefused(ALICE, "torch:3", "invalid-request.image-version");
        assertRefused(ALICE, "torch:", "invalid-request.image-version");
        move("torch", "1", VersionState.DISABLED);
        assertRefused(ALICE, "torch", "invalid-request.image-off");
        assertRefused(ALICE, "unknown", "invalid-request.image-not-yours");
    }

    @Test
    void givesAnImageToItsGroupsAndProjectsAlone() {
        have(profile("labs", new ImageAccess(List.of("lab"), List.of())), "1");
        have(profile("pinns", new ImageAccess(List.of("nobody"), List.of("pinns"))), "1");

        assertThat(start(ALICE, "labs")).isEqualTo("1");
        assertThat(start(BOB, "pinns")).isEqualTo("1");
        assertRefused(BOB, "labs", "invalid-request.image-not-yours");
        assertRefused(ALICE, "pinns", "invalid-request.image-not-yours");
        Map<String, ImageOption> options = transaction(own -> starts(own).options(ALICE, List.of("labs", "pinns")));
        assertThat(options).containsOnlyKeys("labs");
    }

    @Test
    void givesDraftsToOwnersAndManagersAlone() {
        have(profile("torch", new ImageAccess(List.of("staff"), List.of())), "1");
        draft("torch", "2");
        have(profile("new", ImageAccess.everybody()));
        draft("new", "1");
        Person owner = person("carla", "students");
        Person manager = new Person(
                "mara",
                "mara",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(Role.IMAGE_MANAGER));

        for (Person person : List.of(owner, manager)) {
            assertThat(start(person, "torch:2")).isEqualTo("2");
            assertThat(start(person, "torch")).as("a draft is never meant").isEqualTo("1");
            assertThat(start(person, "new"))
                    .as("but where there is nothing else")
                    .isEqualTo("1");
            assertThat(isFree(person, "torch")).isTrue();
        }
        assertRefused(ALICE, "new:1", "invalid-request.image-off");
        assertThat(isFree(ALICE, "new")).isFalse();
        assertThat(isFree(owner, "unknown")).isFalse();
        Map<String, ImageOption> options = transaction(own -> starts(own).options(owner, List.of()));
        assertThat(options).containsOnlyKeys("torch", "new");
        assertThat(options.get("torch").own()).isTrue();
        assertThat(options.get("torch").versions())
                .containsExactly(
                        new ImageOption.VersionOption("1", VersionState.ACTIVE),
                        new ImageOption.VersionOption("2", VersionState.DRAFT));
        Map<String, ImageOption> others = transaction(own -> starts(own).options(manager, List.of()));
        assertThat(others).isEmpty();
    }

    private boolean isFree(Person person, String image) {
        return transaction(own -> starts(own).isFree(person, image));
    }

    @Test
    void keepsAVersionUntilTheStartIsStored() throws Exception {
        have(TORCH, "1");
        EntityManager starting = database.open();
        starting.getTransaction().begin();
        starts(starting).lock(ALICE, ImageReference.of("torch:1"));

        CompletableFuture<Void> disabling = CompletableFuture.runAsync(() -> move("torch", "1", VersionState.DISABLED));

        assertThatThrownBy(() -> disabling.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        starting.getTransaction().commit();
        starting.close();
        disabling.get(10, TimeUnit.SECONDS);
        assertRefused(ALICE, "torch:1", "invalid-request.image-off");
    }

    @Test
    void launchesWhatWasDisabledAfterTheStart() {
        have(TORCH, "1");
        move("torch", "1", VersionState.DISABLED);

        ImageLaunch launch = transaction(own -> {
            ImageLaunches launches = new ImageLaunches();
            launches.images = new ImageRepository(own);
            return launches.launch("torch", "1");
        });

        assertThat(launch.runtime()).isEqualTo("bubblewrap");
        assertThat(launch.location()).isEqualTo("/opt/carme/images/1");
        assertThat(launch.binds()).extracting(ImageBind::target).containsExactly("/mnt/data", "/mnt/scratch");
        assertThat(launch.entryPoints()).isEqualTo(List.of("jupyter", "terminal"));
    }

    private ImageOption options(Person person) {
        return transaction(own -> starts(own).options(person, Set.of("torch"))).get("torch");
    }

    private String start(Person person, String image) {
        return transaction(own -> starts(own).lock(person, ImageReference.of(image)))
                .version();
    }

    private void assertRefused(Person person, String image, String key) {
        assertThatThrownBy(() -> start(person, image))
                .as(image)
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> {
                    assertThat(refused.messageKey()).isEqualTo(key);
                    assertThat(refused.field()).contains("image");
                });
    }
}
