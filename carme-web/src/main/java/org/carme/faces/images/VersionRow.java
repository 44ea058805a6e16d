package org.carme.faces.images;

import java.time.Instant;
import java.util.List;
import org.carme.images.ImageVersionDetails;
import org.carme.images.VersionContent;
import org.carme.images.VersionSpec;
import org.carme.images.VersionState;

/** A version as a row. */
public class VersionRow {
    private final ImageVersionDetails version;
    private final boolean current;

    /** @param current whether it is meant where none is named */
    VersionRow(ImageVersionDetails version, boolean current) {
        this.version = version;
        this.current = current;
    }

    public String getName() {
        return version.name();
    }

    public boolean isCurrent() {
        return current;
    }

    public VersionState getState() {
        return version.state();
    }

    public String getTone() {
        return StateLook.tone(version.state());
    }

    public String getIcon() {
        return StateLook.icon(version.state());
    }

    public boolean isDraft() {
        return version.state() == VersionState.DRAFT;
    }

    public boolean isStartable() {
        return version.state() != VersionState.DISABLED;
    }

    public VersionContent getContent() {
        return version.spec().content();
    }

    /** @return empty if none is known */
    public String getDigest() {
        return getContent().digest().orElse("");
    }

    /** @return 0 if nobody has measured it */
    public long getBytes() {
        return version.spec().bytes().orElse(0L);
    }

    public VersionSpec getSpec() {
        return version.spec();
    }

    public String getCreatedBy() {
        return version.createdBy();
    }

    public long getCreated() {
        return version.createdAt().toEpochMilli();
    }

    public String getApprovedBy() {
        return version.approvedBy().orElse("");
    }

    /** @return 0 for a draft */
    public long getApproved() {
        return version.approvedAt().map(Instant::toEpochMilli).orElse(0L);
    }

    public long getActiveJobs() {
        return version.jobs().active();
    }

    public long getJobs() {
        return version.jobs().ever();
    }

    /** @return what it can be made next */
    public List<VersionState> getNext() {
        return List.copyOf(version.state().next());
    }
}
