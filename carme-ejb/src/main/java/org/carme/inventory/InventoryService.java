package org.carme.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.ClusterStatus;
import org.carme.common.InvalidRequestException;
import org.carme.database.Retry;
import org.carme.users.Administrators;
import org.carme.users.DirectoryUnavailableException;

/** What administrators do with the inventory. Every method refuses everybody else. */
@ApplicationScoped
public class InventoryService {
    @Inject
    Administrators administrators;

    @Inject
    AcceleratorTypes types;

    @Inject
    NodeStore nodes;

    @Inject
    ClusterStatus status;

    /** @return those of the cluster, described or not, and those that it no longer has, by name; then the CPUs */
    public List<AcceleratorType> types(String admin) {
        administrators.require(admin);
        DescribedTypes described = types.described();
        TreeSet<String> names = new TreeSet<>(described.names());
        names.addAll(status.picture().acceleratorTypes());
        names.remove(ClusterPicture.CPU);
        List<String> all = new ArrayList<>(names);
        all.add(ClusterPicture.CPU);
        return all.stream().map(described::of).toList();
    }

    /**
     * Says how a type is called and shown.
     *
     * @param wanted with the version that the caller has seen
     * @throws AcceleratorTypeNotFoundException if the cluster has none of that name and never had
     * @throws org.carme.common.ChangedMeanwhileException if somebody else has changed it since
     */
    public AcceleratorType describe(String admin, AcceleratorType wanted) {
        boolean known = types(admin).stream().anyMatch(type -> type.name().equals(wanted.name()));
        if (!known) {
            throw new AcceleratorTypeNotFoundException(wanted.name());
        }
        String title = wanted.title().strip();
        boolean shown = title.codePoints().noneMatch(Character::isISOControl);
        if (title.isEmpty() || title.length() > AcceleratorType.TITLE_LENGTH || !shown) {
            throw InvalidRequestException.about("title", "invalid-request.title", AcceleratorType.TITLE_LENGTH);
        }
        boolean cpu = wanted.name().equals(ClusterPicture.CPU);
        if (cpu != (wanted.kind() == AcceleratorType.Kind.CPU_ONLY)) {
            throw InvalidRequestException.naming("kind", "invalid-request.field");
        }
        AcceleratorType checked =
                new AcceleratorType(wanted.name(), title, wanted.colour(), wanted.kind(), wanted.version());
        return Retry.onConflict(() -> types.describe(admin, checked));
    }

    /** @return nodes that have vanished and that nobody has dismissed, by name */
    public List<GoneNode> goneNodes(String admin) {
        administrators.require(admin);
        return nodes.gone();
    }

    /** @throws NodeNotFoundException if no node of that name is gone */
    public void dismiss(String admin, String name) {
        administrators.require(admin);
        Retry.onConflict(() -> nodes.dismiss(admin, name));
    }

    /** @return whether somebody reads the messages about nodes: not every directory tells who is in a group */
    public boolean reachesAdministrators(String admin) {
        administrators.require(admin);
        try {
            return !administrators.all().isEmpty();
        } catch (DirectoryUnavailableException away) {
            return true;
        }
    }
}
