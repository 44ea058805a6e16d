package org.carme.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.inventory.NodeChange.What;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;

/** The transactions of the nodes. Several portal instances see the same: whoever locks a row first tells its news. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class NodeStore {
    /** Nodes rarely fail alone: what happens within this time becomes one message. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    /** Even if something goes on happening. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int SUBJECT_LENGTH = 100;
    private static final int DETAIL_LENGTH = 500;

    @Inject
    InventoryRepository repository;

    @Inject
    AcceleratorTypes types;

    @Inject
    MessageService messages;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    void observe(List<SeenNode> nodes) {
        Instant now = clock.instant();
        Map<String, KnownNode> known =
                repository.nodes().stream().collect(Collectors.toMap(KnownNode::name, Function.identity()));
        for (SeenNode seen : nodes) {
            Optional.ofNullable(known.remove(seen.name()))
                    .ifPresentOrElse(row -> row.observe(seen, now), () -> repository.add(new KnownNode(seen, now)));
        }
        known.values().forEach(row -> row.vanish(now));
    }

    /** @return names of the nodes of which there is news that has come to an end for now */
    List<String> news() {
        Instant now = clock.instant();
        List<KnownNode> news =
                repository.nodes().stream().filter(node -> node.isNews(now)).toList();
        boolean settled =
                news.stream().allMatch(node -> node.changedAt().plus(SETTLED).isBefore(now));
        boolean overdue =
                news.stream().anyMatch(node -> node.changedAt().plus(PATIENCE).isBefore(now));
        return settled || overdue ? news.stream().map(KnownNode::name).toList() : List.of();
    }

    /** Tells all of them, in one message for each that has happened, and the site's chat what takes nodes away or back. */
    void tell(Set<String> people, List<String> names) {
        Instant now = clock.instant();
        DescribedTypes described = types.described();
        Map<What, List<NodeChange>> changes = names.stream()
                .flatMap(name -> repository.lockNode(name).stream())
                .filter(node -> node.isNews(now))
                .flatMap(node -> node.tell(now, described).stream())
                .collect(Collectors.groupingBy(NodeChange::what, () -> new EnumMap<>(What.class), Collectors.toList()));
        changes.forEach((what, nodes) -> tell(people, what, nodes));
    }

    private void tell(Set<String> people, What what, List<NodeChange> changes) {
        String names = changes.stream().map(NodeChange::node).collect(Collectors.joining(", "));
        String details = changes.stream()
                .filter(change -> !change.detail().isEmpty())
                .map(change -> changes.size() == 1 ? change.detail() : change.node() + ": " + change.detail())
                .collect(Collectors.joining("; "));
        Kind kind = what == What.IN_SERVICE ? Kind.INFO : Kind.WARNING;
        String subject = cut(names, SUBJECT_LENGTH);
        String detail = cut(details, DETAIL_LENGTH);
        people.forEach(person -> messages.tell(person, kind, what.message(), subject, detail));
        if (what != What.CHANGED) {
            messages.tellSite(kind, what.message(), subject, detail);
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    List<GoneNode> gone() {
        DescribedTypes described = types.described();
        return repository.nodes().stream()
                .filter(KnownNode::isGone)
                .map(node -> node.gone(described))
                .toList();
    }

    void dismiss(String admin, String name) {
        KnownNode node =
                repository.lockNode(name).filter(KnownNode::isGone).orElseThrow(() -> new NodeNotFoundException(name));
        repository.remove(node);
        audit.record(new AuditEvent(
                AuditAction.NODE_DISMISSED,
                admin,
                "",
                new AuditObject("node", name, name),
                node.gone(types.described()).hardware()));
    }
}
