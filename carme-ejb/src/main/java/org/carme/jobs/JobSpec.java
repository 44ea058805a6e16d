package org.carme.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.util.Optional;
import org.carme.images.ImageReference;
import org.carme.images.StartedImage;
import org.carme.quotas.QuotaDemand;
import org.carme.staging.StagedData;

/** What was started: fixed from the start on, but for the time that it may run. */
@Embeddable
class JobSpec {
    static final int NAME_LENGTH = 100;

    @Column(name = "name", nullable = false, length = NAME_LENGTH)
    private String name;

    @Column(name = "template_name", nullable = false)
    private String template;

    @Column(name = "accelerator_type")
    private String acceleratorType;

    @Column(name = "accelerators_per_node", nullable = false)
    private int acceleratorsPerNode;

    @Column(name = "node_count", nullable = false)
    private int nodes;

    @Column(name = "image", nullable = false)
    private String image;

    /** Until the start is stored: the version asked for, null if none was. */
    @Column(name = "image_version", nullable = false)
    private String imageVersion;

    @Column(name = "image_digest")
    private String imageDigest;

    @Column(name = "limit_seconds", nullable = false)
    private long limitSeconds;

    /** The part of it that was added since the start. */
    @Column(name = "extended_seconds", nullable = false)
    private long extendedSeconds;

    @Column(name = "stage_in")
    private String stageIn;

    @Column(name = "stage_out")
    private String stageOut;

    /** For JPA. */
    protected JobSpec() {}

    JobSpec(StartRequest request, boolean cpuOnly, String name, Duration timeLimit) {
        this.name = name;
        this.template = request.template();
        this.acceleratorType = cpuOnly ? null : request.acceleratorType().orElseThrow();
        this.acceleratorsPerNode = request.acceleratorsPerNode();
        this.nodes = request.nodes();
        ImageReference wanted = ImageReference.of(request.image());
        this.image = wanted.name();
        this.imageVersion = wanted.version().orElse(null);
        this.limitSeconds = timeLimit.toSeconds();
        this.stageIn = request.data().lines();
        this.stageOut = request.data().stageOut().orElse(null);
    }

    String name() {
        return name;
    }

    String template() {
        return template;
    }

    Optional<String> acceleratorType() {
        return Optional.ofNullable(acceleratorType);
    }

    int acceleratorsPerNode() {
        return acceleratorsPerNode;
    }

    int nodes() {
        return nodes;
    }

    /** @return as it was asked for; of a job that is stored, with the version that it got */
    ImageReference image() {
        return new ImageReference(image, Optional.ofNullable(imageVersion));
    }

    Optional<String> imageDigest() {
        return Optional.ofNullable(imageDigest);
    }

    /** @return the same with the version that it gets; this one stays as it was asked for, because a start may be tried again */
    JobSpec in(StartedImage started) {
        JobSpec whole = new JobSpec();
        whole.name = name;
        whole.template = template;
        whole.acceleratorType = acceleratorType;
        whole.acceleratorsPerNode = acceleratorsPerNode;
        whole.nodes = nodes;
        whole.image = started.name();
        whole.imageVersion = started.version();
        whole.imageDigest = started.digest().orElse(null);
        whole.limitSeconds = limitSeconds;
        whole.stageIn = stageIn;
        whole.stageOut = stageOut;
        return whole;
    }

    StagedData data() {
        return StagedData.of(stageIn, stageOut);
    }

    Duration timeLimit() {
        return Duration.ofSeconds(limitSeconds);
    }

    /** Adds to the time limit, or takes an addition back. */
    void lengthen(Duration by) {
        limitSeconds += by.toSeconds();
        extendedSeconds += by.toSeconds();
    }

    QuotaDemand demand() {
        return demand(timeLimit());
    }

    /** @return what it needs in so much time */
    QuotaDemand demand(Duration time) {
        return new QuotaDemand(nodes, acceleratorType(), nodes * acceleratorsPerNode, time);
    }

    /** Whether the other one wants the same things, so that a repeated request is known from a reused key. */
    boolean sameAs(JobSpec other) {
        return name.equals(other.name)
                && template.equals(other.template)
                && acceleratorType().equals(other.acceleratorType())
                && acceleratorsPerNode == other.acceleratorsPerNode
                && nodes == other.nodes
                && image.equals(other.image)
                && (other.imageVersion == null || other.imageVersion.equals(imageVersion))
                && data().equals(other.data())
                && limitSeconds - extendedSeconds == other.limitSeconds - other.extendedSeconds;
    }
}
