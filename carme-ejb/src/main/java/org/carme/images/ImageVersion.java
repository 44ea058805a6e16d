package org.carme.images;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A version's row; callers see {@link ImageVersionDetails}. */
@Entity
@Table(name = "image_versions")
class ImageVersion {
    /** Of several that can be started the first is meant where none is named: active ones, then the last approved; drafts last. */
    static final Comparator<ImageVersion> BEST_FIRST = Comparator.<ImageVersion, Boolean>comparing(
                    row -> row.state == VersionState.DRAFT)
            .thenComparing(row -> row.state)
            .thenComparing(row -> row.approvedAt, Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(row -> row.id, Comparator.reverseOrder());

    private static final String BETWEEN = ",";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private long version;

    @Column(name = "image_name")
    private String image;

    private String name;
    private String runtime;
    private String location;
    private String digest;

    @Column(name = "size_bytes")
    private Long bytes;

    private boolean accelerators;

    @Column(name = "entry_points")
    private String entryPoints;

    private String binds;
    private String flags;
    private String notes;

    @Enumerated(EnumType.STRING)
    private VersionState state;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    /** For JPA. */
    protected ImageVersion() {}

    /** A draft. */
    ImageVersion(String image, VersionSpec spec, String creator, Instant now) {
        this.image = image;
        this.name = spec.name();
        this.state = VersionState.DRAFT;
        this.createdBy = creator;
        this.createdAt = now;
        describe(spec);
    }

    /** Makes it what the spec says; the name stays. */
    final void describe(VersionSpec spec) {
        VersionContent content = spec.content();
        runtime = content.runtime();
        location = content.location();
        digest = content.digest().orElse(null);
        flags = String.join(BETWEEN, content.flags());
        entryPoints = String.join(BETWEEN, content.entryPoints());
        bytes = spec.bytes().orElse(null);
        accelerators = spec.accelerators();
        notes = spec.notes();
        binds = content.binds().stream().map(BindText::of).collect(Collectors.joining(BETWEEN));
    }

    /** Takes the next state; the first approval is kept. */
    void become(VersionState next, String manager, Instant now) {
        if (state == VersionState.DRAFT) {
            approvedBy = manager;
            approvedAt = now;
        }
        state = next;
    }

    boolean isCreatedBy(String user) {
        return createdBy.equals(user);
    }

    /** Puts another name in the place of somebody's. */
    void rename(String before, String now) {
        createdBy = createdBy.equals(before) ? now : createdBy;
        approvedBy = before.equals(approvedBy) ? now : approvedBy;
    }

    String image() {
        return image;
    }

    String name() {
        return name;
    }

    VersionState state() {
        return state;
    }

    long revision() {
        return version;
    }

    VersionName versionName() {
        return new VersionName(id, image, name);
    }

    StartedImage started() {
        return new StartedImage(
                image, name, Optional.ofNullable(digest), runtime.equals(RuntimeDeclaration.NONE.name()));
    }

    ImageSummary.Version summary() {
        return new ImageSummary.Version(name, runtime, state);
    }

    ImageOption.VersionOption option() {
        return new ImageOption.VersionOption(name, state);
    }

    VersionSpec spec() {
        VersionContent content = new VersionContent(
                runtime,
                location,
                Optional.ofNullable(digest),
                list(binds).stream().map(BindText::read).toList(),
                list(flags),
                list(entryPoints));
        return new VersionSpec(name, content, Optional.ofNullable(bytes), accelerators, notes);
    }

    ImageVersionDetails details() {
        return new ImageVersionDetails(
                image,
                spec(),
                state,
                createdBy,
                createdAt,
                Optional.ofNullable(approvedBy),
                Optional.ofNullable(approvedAt),
                version,
                ImageUse.Jobs.NONE);
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(BETWEEN, -1));
    }
}
