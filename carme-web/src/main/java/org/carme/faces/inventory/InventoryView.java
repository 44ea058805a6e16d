package org.carme.faces.inventory;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.TypeUse;
import org.carme.inventory.AcceleratorType;
import org.carme.inventory.GoneNode;
import org.carme.inventory.InventoryService;
import org.carme.inventory.TypeColour;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/inventory.xhtml}: the types, one of them being described, and the nodes that are gone. */
@Named
@ViewScoped
public class InventoryView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    InventoryService inventory;

    @Inject
    ClusterStatus status;

    @Inject
    CurrentUser currentUser;

    private String chosen;
    private long chosenVersion;
    private String title;
    private TypeColour colour;
    private AcceleratorType.Kind kind;
    private boolean reachingAdministrators;
    private transient List<AcceleratorType> types;

    @PostConstruct
    void load() {
        types = inventory.types(currentUser.getName());
        reachingAdministrators = inventory.reachesAdministrators(currentUser.getName());
    }

    public List<AcceleratorType> getTypes() {
        if (types == null) {
            load();
        }
        return types;
    }

    /** @return what the cluster has of the type */
    public TypeUse use(AcceleratorType type) {
        return status.picture().types().stream()
                .filter(use -> use.name().equals(type.name()))
                .findFirst()
                .orElse(new TypeUse(type.name(), 0, 0, 0, 0));
    }

    /** Puts a type into the form. */
    public void choose(AcceleratorType type) {
        chosen = type.name();
        chosenVersion = type.version();
        title = type.title();
        colour = type.colour();
        kind = type.kind();
    }

    public void save() {
        inventory.describe(
                currentUser.getName(),
                new AcceleratorType(chosen, title == null ? "" : title, colour, kind, chosenVersion));
        cancel();
        types = null;
    }

    /** Leaves the chosen type as it is. */
    public void cancel() {
        chosen = null;
    }

    public List<GoneNode> getGoneNodes() {
        return inventory.goneNodes(currentUser.getName());
    }

    public void dismiss(String node) {
        inventory.dismiss(currentUser.getName(), node);
    }

    /** @return whether messages about nodes find a reader */
    public boolean isReachingAdministrators() {
        return reachingAdministrators;
    }

    public List<TypeColour> getColours() {
        return List.of(TypeColour.values());
    }

    public List<AcceleratorType.Kind> getKinds() {
        return List.of(AcceleratorType.Kind.values());
    }

    public String getChosen() {
        return chosen;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public TypeColour getColour() {
        return colour;
    }

    public void setColour(TypeColour colour) {
        this.colour = colour;
    }

    public AcceleratorType.Kind getKind() {
        return kind;
    }

    public void setKind(AcceleratorType.Kind kind) {
        this.kind = kind;
    }
}
