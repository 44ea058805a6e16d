package org.carme.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.carme.common.InvalidRequestException;
import org.carme.images.StartedImage;
import org.carme.projects.Classification;
import org.carme.users.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobStorageTest {
    private static final Person ALICE = new Person(
            "alice", "Alice", Optional.of(7001L), Optional.of("/home/alice"), Optional.empty(), Set.of(), Set.of());

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, /scratch/alice, false",
        "INTERNAL,, false",
        "CONFIDENTIAL,, true",
    })
    void givesWhatTheClassificationAllows(Classification classification, String scratch, boolean homeHidden) {
        JobFolders folders = TestStorage.storage(classification).folders("alice", Optional.of("pinns"));

        assertThat(folders)
                .isEqualTo(new JobFolders(Optional.of("/groups/pinns"), Optional.ofNullable(scratch), homeHidden));
    }

    @Test
    void givesScratchToJobsWithoutAProject() {
        JobFolders folders = TestStorage.storage(Classification.INTERNAL).folders("alice", Optional.empty());

        assertThat(folders.all()).containsExactly("/scratch/alice");
    }

    @Test
    void givesNothingThatTheSiteDoesNotHave() {
        JobStorage storage = TestStorage.storage(Optional.empty(), Optional.empty(), () -> Classification.PUBLIC);

        assertThat(storage.folders("alice", Optional.of("pinns")).all()).isEmpty();
    }

    @Test
    void startsConfidentialProjectsInImagesAlone() {
        JobStorage storage = TestStorage.storage(Classification.CONFIDENTIAL);

        storage.require(ALICE, Optional.of("pinns"), image(false));
        storage.require(ALICE, Optional.empty(), image(true));
        assertThatThrownBy(() -> storage.require(ALICE, Optional.of("pinns"), image(true)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.field()).contains("image"));
        TestStorage.storage(Classification.INTERNAL).require(ALICE, Optional.of("pinns"), image(true));
    }

    @Test
    void startsNothingOfAConfidentialProjectThatCannotHaveAFolder() {
        JobStorage storage = TestStorage.storage(Optional.empty(), Optional.empty(), () -> Classification.CONFIDENTIAL);

        assertThatThrownBy(() -> storage.require(ALICE, Optional.of("pinns"), image(false)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("invalid-request.confidential-folder"));
    }

    private static StartedImage image(boolean plain) {
        return new StartedImage("debian", "12", Optional.empty(), plain);
    }
}
