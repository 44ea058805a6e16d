package org.carme.faces.home;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.TypeUse;
import org.carme.faces.layout.Texts;

/** Backs the card of {@code index.xhtml} that says what is free. */
@Named
@RequestScoped
public class ClusterView {
    /** The style sheet has a width for every fifth percent: inline styles are not allowed. */
    private static final int STEP = 5;

    private static final int WHOLE = 100;

    @Inject
    ClusterStatus status;

    @Inject
    Texts texts;

    private ClusterPicture picture;

    @PostConstruct
    void look() {
        picture = status.picture();
    }

    public boolean isReachable() {
        return picture.reachable();
    }

    public Instant getAsOf() {
        return picture.asOf();
    }

    public Instant getAwaySince() {
        return picture.awaySince().orElse(picture.asOf());
    }

    public List<TypeUse> getTypes() {
        return picture.types().stream().filter(type -> type.total() > 0).toList();
    }

    public String text(TypeUse type) {
        return type.down() == 0
                ? texts.text("free.of", type.free(), type.total())
                : texts.text("free.ofDown", type.free(), type.total(), type.down());
    }

    /** @return how much is in use or out of service, in steps of five */
    public int percent(TypeUse type) {
        return Math.round((float) WHOLE / STEP * (type.total() - type.free()) / type.total()) * STEP;
    }
}
