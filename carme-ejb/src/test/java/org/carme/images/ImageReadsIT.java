package org.carme.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.common.Part;
import org.junit.jupiter.api.Test;

/** What readers find, on a real database. */
class ImageReadsIT extends ImagesOnDatabase {
    private static final Optional<ImageViewer> MANAGER = Optional.empty();

    @Test
    void showsUsersOnlyWhatTheyCanStart() {
        have(TORCH, "1");
        draft("torch", "2");
        have(profile("labs", new ImageAccess(List.of("lab"), List.of())), "1");
        have(profile("others", new ImageAccess(List.of("staff"), List.of("pinns"))), "1");
        have(profile("empty", ImageAccess.everybody()));
        Set<String> offered = Set.of("torch", "labs", "others", "empty");
        ImageViewer alice = new ImageViewer("alice", Set.of("lab"), Set.of(), offered);
        ImageViewer bob = new ImageViewer("bob", Set.of(), Set.of("pinns"), offered);
        ImageViewer carl = new ImageViewer("carl", Set.of("lab"), Set.of("pinns"), Set.of());

        assertThat(names(ImageQuery.ALL, MANAGER)).containsExactly("empty", "labs", "others", "torch");
        assertThat(names(ImageQuery.ALL, Optional.of(alice))).containsExactly("labs", "torch");
        assertThat(names(ImageQuery.ALL, Optional.of(bob))).containsExactly("others", "torch");
        assertThat(names(ImageQuery.ALL, Optional.of(carl)))
                .as("no template offers it")
                .isEmpty();
        assertThat(reads(reads -> reads.details("torch", Optional.of(alice))).versions())
                .extracting(ImageVersionDetails::name)
                .containsExactly("1");
        assertThat(reads(reads -> reads.versionNames(Optional.of(alice))).values())
                .extracting(VersionName::text)
                .containsExactlyInAnyOrder("labs:1", "torch:1");
        assertThat(reads(reads -> reads.versionNames(Optional.of(carl))).values())
                .isEmpty();
        assertThat(reads(reads -> reads.versionNames(MANAGER)).values())
                .extracting(VersionName::text)
                .containsExactlyInAnyOrder("labs:1", "others:1", "torch:1", "torch:2");
        for (String hidden : List.of("others", "empty", "unknown")) {
            assertThatThrownBy(() -> reads(reads -> reads.details(hidden, Optional.of(alice))))
                    .isInstanceOf(ImageNotFoundException.class);
        }
    }

    @Test
    void showsOwnersAllOfTheirs() {
        have(TORCH, "1");
        have(profile("mine", new ImageAccess(List.of("staff"), List.of())), "1", "2");
        draft("mine", "3");
        move("mine", "2", VersionState.DISABLED);
        draft("torch", "2");
        ImageViewer owner = new ImageViewer("carla", Set.of(), Set.of(), Set.of());
        ImageViewer other = new ImageViewer("bob", Set.of(), Set.of(), Set.of("torch", "mine"));

        assertThat(names(ImageQuery.ALL, Optional.of(owner))).containsExactly("mine", "torch");
        assertThat(names(query(null, VersionState.DRAFT, null), Optional.of(owner)))
                .containsExactly("mine", "torch");
        assertThat(names(query(null, VersionState.DRAFT, null), Optional.of(other)))
                .isEmpty();
        assertThat(reads(reads -> reads.details("mine", Optional.of(owner))).versions())
                .extracting(ImageVersionDetails::name)
                .containsExactly("3", "2", "1");
        assertThat(reads(reads -> reads.versionNames(Optional.of(owner))).values())
                .as("for those who count and search what is inside")
                .extracting(VersionName::text)
                .containsExactlyInAnyOrder("mine:1", "mine:2", "mine:3", "torch:1", "torch:2");
        assertThat(reads(reads -> reads.versionNames(Optional.of(other))).values())
                .extracting(VersionName::text)
                .containsExactly("torch:1");
        assertThatThrownBy(() -> reads(reads -> reads.details("mine", Optional.of(other))))
                .isInstanceOf(ImageNotFoundException.class);
    }

    @Test
    void findsTextsStatesAndRuntimes() {
        have(TORCH, "1");
        have(new ImageProfile("octave", "GNU Octave", "counts", ImageAccess.everybody()));
        draft("octave", "9");

        assertThat(names(query("TORCH", null, null), MANAGER)).containsExactly("torch");
        assertThat(names(query("Count", null, null), MANAGER)).containsExactly("octave");
        assertThat(names(query("100 %", null, null), MANAGER)).containsExactly("torch");
        assertThat(names(query("%%", null, null), MANAGER)).isEmpty();
        assertThat(names(query(null, VersionState.DRAFT, null), MANAGER)).containsExactly("octave");
        assertThat(names(query(null, VersionState.ACTIVE, "bubblewrap"), MANAGER))
                .containsExactly("torch");
        assertThat(names(query(null, null, "none"), MANAGER)).isEmpty();
        ImageViewer user = new ImageViewer("user", Set.of(), Set.of(), Set.of("torch", "octave"));
        assertThat(names(query(null, VersionState.DRAFT, null), Optional.of(user)))
                .as("drafts are nobody's business")
                .isEmpty();
    }

    @Test
    void readsLongListsInParts() {
        for (int i = 0; i < 60; i++) {
            have(profile("image%02d".formatted(i), ImageAccess.everybody()));
        }

        Part<ImageSummary> first = reads(reads -> reads.find(ImageQuery.ALL, MANAGER));
        Part<ImageSummary> second = reads(reads -> reads.find(
                new ImageQuery(Optional.empty(), Optional.empty(), Optional.empty(), first.next()), MANAGER));

        assertThat(first.rows()).hasSize(50);
        assertThat(first.next()).contains("image49");
        assertThat(second.rows())
                .hasSize(10)
                .first()
                .extracting(row -> row.profile().name())
                .isEqualTo("image50");
        assertThat(second.next()).isEmpty();
    }

    private static ImageQuery query(String text, VersionState state, String runtime) {
        return new ImageQuery(
                Optional.ofNullable(text), Optional.ofNullable(state), Optional.ofNullable(runtime), Optional.empty());
    }

    private List<String> names(ImageQuery query, Optional<ImageViewer> viewer) {
        return reads(reads -> reads.find(query, viewer)).rows().stream()
                .map(image -> image.profile().name())
                .toList();
    }
}
