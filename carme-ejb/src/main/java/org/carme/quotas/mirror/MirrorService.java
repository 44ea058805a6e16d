package org.carme.quotas.mirror;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.cluster.Association;
import org.carme.cluster.AssociationLimits;
import org.carme.cluster.ClusterUnavailableException;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerException;
import org.carme.common.InvalidRequestException;
import org.carme.database.Retry;
import org.carme.users.Administrators;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits in Slurm, for administrators. Every method refuses everybody else, and all if the site does not want it. */
@ApplicationScoped
public class MirrorService {
    private static final String OFF = "off";
    private static final String REPORT = "report";

    @Inject
    Administrators administrators;

    @Inject
    Scheduler scheduler;

    @Inject
    WantedLimits wanted;

    @Inject
    MirrorStore store;

    @Inject
    @ConfigProperty(name = "carme.quota.mirror", defaultValue = OFF)
    String mode;

    @PostConstruct
    void validate() {
        if (!mode.equals(OFF) && !mode.equals(REPORT)) {
            throw new IllegalStateException("carme.quota.mirror must be off or report, not " + mode);
        }
    }

    /** @return whether the site wants its limits in Slurm */
    public boolean isOn() {
        return mode.equals(REPORT);
    }

    /**
     * Compares and changes nothing.
     *
     * @return the differences in the order of Slurm's associations
     * @throws ClusterUnavailableException while Slurm's accounting is away
     */
    public List<LimitLine> compare(String admin) {
        Picture picture = picture(admin);
        return picture.lines(store.noted());
    }

    /**
     * Compares once more and hands out what removes the differences. That is noted, because what these commands will
     * have set is Carme's to change and to clear again.
     *
     * @throws ClusterUnavailableException while Slurm's accounting is away
     */
    public LimitCommands handOut(String admin) {
        Picture picture = picture(admin);
        List<LimitLine> lines = Retry.onConflict(() -> store.handOut(admin, picture));
        return new LimitCommands(lines, Commands.of(lines));
    }

    private Picture picture(String admin) {
        administrators.require(admin);
        if (!isOn()) {
            throw new InvalidRequestException("invalid-request.mirror-off");
        }
        List<AssociationLimits> present = present();
        List<Association> associations =
                present.stream().map(AssociationLimits::association).toList();
        return new Picture(present, wanted.of(admin, associations));
    }

    private List<AssociationLimits> present() {
        try {
            return scheduler.limits().stream()
                    .filter(limits -> Commands.canName(limits.association()))
                    .toList();
        } catch (SchedulerException away) {
            throw new ClusterUnavailableException();
        }
    }
}
