package org.carme.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.carme.audit.TestAudit;
import org.carme.common.ChangedMeanwhileException;
import org.carme.common.InvalidRequestException;
import org.junit.jupiter.api.Test;

/** What image managers do, on a real database. */
class ImageStoreIT extends ImagesOnDatabase {
    @Test
    void keepsWhatWasSaid() {
        have(profile("torch", new ImageAccess(List.of("lab"), List.of("pinns"))));
        draft("torch", "2.4");

        ImageDetails kept = details("torch");

        assertThat(kept.profile().access().groups()).containsExactly("lab");
        assertThat(kept.profile().access().projects()).containsExactly("pinns");
        assertThat(kept.owner()).isEqualTo("carla");
        assertThat(kept.current()).as("a draft cannot be started").isEmpty();
        assertThat(kept.versions()).singleElement().satisfies(version -> {
            assertThat(version.spec()).isEqualTo(spec("2.4", "/opt/carme/images/2.4"));
            assertThat(version.state()).isEqualTo(VersionState.DRAFT);
            assertThat(version.createdBy()).isEqualTo("carla");
        });
        assertThat(audited()).containsExactly("image-version-created 2.4", "image-created ");
    }

    @Test
    void takesNamesOnce() {
        have(TORCH, "1");

        assertThatThrownBy(() -> have(TORCH)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> draft("torch", "1")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> draft("other", "1")).isInstanceOf(ImageNotFoundException.class);
    }

    @Test
    void fixesWhatAVersionConsistsOfWhenItIsApproved() {
        have(TORCH);
        draft("torch", "1");
        change("1", spec("1", "/opt/carme/images/other"));
        move("torch", "1", VersionState.ACTIVE);

        VersionSpec present = version("torch", "1").spec();
        VersionSpec annotated = new VersionSpec("1", present.content(), Optional.empty(), false, "slow");
        change("1", annotated);

        assertThat(version("torch", "1").spec()).isEqualTo(annotated);
        assertThat(version("torch", "1").approvedBy()).contains("admin");
        assertThatThrownBy(() -> change("1", spec("1", "/opt/carme/images/third")))
                .isInstanceOf(ImageConflictException.class);
        assertThat(audited().get(0))
                .isEqualTo("image-version-changed 1: accelerators: true → false; notes: new → slow; bytes: 1000 → –");
    }

    @Test
    void letsNobodyOverwriteWhatHeHasNotSeen() {
        have(TORCH, "1");
        long seen = details("torch").revision();
        long seenVersion = version("torch", "1").revision();
        store(store -> store.change("admin", profile("torch", new ImageAccess(List.of("lab"), List.of())), seen));
        move("torch", "1", VersionState.DEPRECATED);

        assertThatThrownBy(() -> store(store -> store.change("carla", TORCH, seen)))
                .isInstanceOfSatisfying(
                        ChangedMeanwhileException.class,
                        changed -> assertThat(changed.arguments()).contains("admin"));
        assertThatThrownBy(
                        () -> versions(store -> store.move("carla", "torch", "1", VersionState.DISABLED, seenVersion)))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThat(details("torch").profile().access().groups()).containsExactly("lab");
    }

    @Test
    void followsTheLifeOfAVersion() {
        have(TORCH, "1");

        move("torch", "1", VersionState.DEPRECATED);
        move("torch", "1", VersionState.DISABLED);
        move("torch", "1", VersionState.ACTIVE);

        assertThatThrownBy(() -> move("torch", "1", VersionState.ACTIVE)).isInstanceOf(ImageConflictException.class);
        assertThat(audited().subList(0, 4))
                .containsExactly(
                        "image-version-enabled 1",
                        "image-version-disabled 1",
                        "image-version-deprecated 1",
                        "image-version-approved 1");
    }

    @Test
    void deletesOnlyWhatNoJobHasEverRecorded() {
        have(TORCH, "1", "2");
        jobs.put("1", new ImageUse.Jobs(0, 3));

        assertThatThrownBy(() -> deleteVersion("1")).isInstanceOf(ImageConflictException.class);
        assertThatThrownBy(this::delete).isInstanceOf(ImageConflictException.class);
        deleteVersion("2");
        assertThat(details("torch").versions())
                .extracting(ImageVersionDetails::name)
                .containsExactly("1");

        jobs.clear();
        templates = List.of("GPU");
        assertThatThrownBy(this::delete).isInstanceOf(ImageConflictException.class);
        templates = List.of();
        delete();

        assertThatThrownBy(() -> details("torch")).isInstanceOf(ImageNotFoundException.class);
        assertThat(audited().get(0)).isEqualTo("image-deleted ");
    }

    @Test
    void forgetsThoseWhoLeft() {
        have(TORCH, "1");

        transaction(own -> {
            ImageData data = new ImageData();
            data.images = new ImageRepository(own);
            assertThat(data.people()).containsExactlyInAnyOrder("carla", "admin");
            assertThat(data.part("carla", Optional.empty()).rows()).hasSize(2);
            data.forget("carla", "left-1");
            own.flush();
            assertThat(data.people()).containsExactlyInAnyOrder("left-1", "admin");
            return null;
        });

        assertThat(details("torch").owner()).isEqualTo("left-1");
        assertThat(version("torch", "1").createdBy()).isEqualTo("left-1");
    }

    @Test
    void followsAGroupToItsNewName() {
        have(profile("torch", new ImageAccess(List.of("lab", "staff"), List.of())));

        transaction(own -> {
            ImageGroups groups = new ImageGroups();
            groups.images = new ImageRepository(own);
            groups.audit = TestAudit.on(own, clock);
            groups.rename("admin", "lab", "laboratory");
            return null;
        });

        assertThat(details("torch").profile().access().groups()).containsExactly("laboratory", "staff");
    }

    private void change(String version, VersionSpec spec) {
        long revision = version("torch", version).revision();
        versions(store -> store.change("carla", "torch", spec, revision));
    }

    private void deleteVersion(String version) {
        long revision = version("torch", version).revision();
        versions(store -> store.delete("carla", "torch", version, revision));
    }

    private void delete() {
        long revision = details("torch").revision();
        store(store -> store.delete("carla", "torch", revision));
    }
}
