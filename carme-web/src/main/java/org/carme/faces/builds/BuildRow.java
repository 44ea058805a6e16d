package org.carme.faces.builds;

import java.time.Instant;
import org.carme.builds.BuildKind;
import org.carme.builds.BuildState;
import org.carme.builds.BuildSummary;
import org.carme.images.ImageReference;
import org.carme.images.VersionState;

/** A build as a row. */
public class BuildRow {
    private final BuildSummary build;

    BuildRow(BuildSummary build) {
        this.build = build;
    }

    public long getId() {
        return build.id();
    }

    /** @return part of bundle keys */
    public String getKind() {
        return build.kind().word();
    }

    public String getImage() {
        return build.image();
    }

    public String getVersion() {
        return build.version();
    }

    /** @return what it makes, or what it looks at */
    public String getName() {
        return ImageReference.text(build.image(), build.version());
    }

    public String getBase() {
        return build.base();
    }

    public String getOwner() {
        return build.owner();
    }

    /** @return where the result is on the nodes, empty if there is none */
    public String getLocation() {
        return build.location();
    }

    public boolean isOffered() {
        return build.offered();
    }

    /** @return whether it has not ended */
    public boolean isActive() {
        return build.state() == BuildState.RUNNING;
    }

    public boolean isDone() {
        return build.state() == BuildState.DONE;
    }

    /** @return whether the version that it has made could wait for approval */
    public boolean isDraft() {
        return isMaker()
                && build.versionState().filter(VersionState.DRAFT::equals).isPresent();
    }

    /** @return whether there is the version that it has made */
    public boolean isMade() {
        return isMaker() && build.versionState().isPresent();
    }

    private boolean isMaker() {
        return isDone() && (build.kind() == BuildKind.BUILD || build.kind() == BuildKind.COPY);
    }

    /** @return whether it has looked into a version */
    public boolean isLook() {
        return isDone() && build.kind() == BuildKind.INVENTORY;
    }

    /** @return part of bundle keys */
    public String getState() {
        return build.state().word();
    }

    public String getTone() {
        return BuildLook.tone(build.state());
    }

    public String getIcon() {
        return BuildLook.icon(build.state());
    }

    public long getCreated() {
        return build.createdAt().toEpochMilli();
    }

    /** @return 0 as long as it runs */
    public long getEnded() {
        return build.endedAt().map(Instant::toEpochMilli).orElse(0L);
    }
}
