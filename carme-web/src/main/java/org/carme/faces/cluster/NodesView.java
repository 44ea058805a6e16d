package org.carme.faces.cluster;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.Node;
import org.carme.cluster.Node.Availability;
import org.carme.cluster.Partition;
import org.carme.faces.layout.Address;
import org.carme.faces.layout.Sorting;

/** Backs {@code cluster.xhtml} and the nodes of {@code admin/inventory.xhtml}; what is looked for is in the address. */
@Named
@ViewScoped
public class NodesView implements Serializable {
    private static final long serialVersionUID = 1L;

    /** More are found by looking for them. */
    private static final int MOST = 200;

    @Inject
    ClusterStatus status;

    @Inject
    Clock clock;

    private String text;
    private String state;
    private String type;
    private String partition;
    private final Sorting<NodeOrder> sorting = new Sorting<>(NodeOrder.NAME);

    public List<NodeRow> getRows() {
        return found().sorted(sorting.order().order())
                .limit(MOST)
                .map(NodeRow::new)
                .toList();
    }

    /** @return how many more there are than are shown */
    public long getMore() {
        return Math.max(0, found().count() - MOST);
    }

    private Stream<Node> found() {
        return picture().nodes().stream()
                .filter(node -> isBlank(text) || says(node, text.strip().toLowerCase(Locale.ROOT)))
                .filter(node -> isBlank(state) || node.availability().name().equals(state))
                .filter(node -> isBlank(type) || node.accelerators().containsKey(type))
                .filter(node -> isBlank(partition) || node.partitions().contains(partition));
    }

    private static boolean says(Node node, String wanted) {
        return Stream.of(node.name(), node.reason(), String.join(" ", node.features()))
                .anyMatch(said -> said.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }

    private ClusterPicture picture() {
        return status.picture();
    }

    public boolean isKnown() {
        return picture().known();
    }

    public List<PartitionRow> getPartitionRows() {
        return picture().partitions().stream().map(PartitionRow::new).toList();
    }

    /** @return what is kept now or later, by begin */
    public List<ReservationRow> getReservations() {
        Instant now = clock.instant();
        return picture().reservations().stream()
                .filter(reservation -> reservation.end().isAfter(now))
                .map(ReservationRow::new)
                .toList();
    }

    public List<Availability> getStates() {
        return List.of(Availability.values());
    }

    public List<String> getTypes() {
        return List.copyOf(picture().acceleratorTypes());
    }

    public List<String> getPartitions() {
        return picture().partitions().stream().map(Partition::name).sorted().toList();
    }

    /** @return whether anything is looked for */
    public boolean isFilled() {
        return !getFilters().isEmpty();
    }

    /** @return what is looked for, without the order, as part of an address */
    public String getFilters() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("text", text);
        values.put("state", state);
        values.put("type", type);
        values.put("partition", partition);
        return Address.of(values);
    }

    public Sorting<NodeOrder> getSorting() {
        return sorting;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getPartition() {
        return partition;
    }

    public void setPartition(String partition) {
        this.partition = partition;
    }
}
