package org.carme.quotas.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.carme.cluster.AssociationLimits;
import org.carme.quotas.mirror.LimitLine.Step;

/** Compares the limits of associations with those that are wanted. What Carme did not set is never made wider. */
final class Comparison {
    /**
     * What a command of Carme's has set, if somebody has run it.
     *
     * @param replaced what an earlier command had set, which stays if nobody runs this one
     * @param before what was there before the first command, empty: no limit
     */
    record Noted(long value, Optional<Long> replaced, Optional<Long> before) {}

    private Comparison() {}

    static List<LimitLine> lines(AssociationLimits present, Map<LimitName, Long> wanted, Map<LimitName, Noted> noted) {
        Set<LimitName> names = new TreeSet<>(wanted.keySet());
        names.addAll(noted.keySet());
        List<LimitLine> lines = new ArrayList<>();
        for (LimitName name : names) {
            Optional<Long> now = name.in(present);
            Optional<Noted> ours = Optional.ofNullable(noted.get(name)).filter(note -> isIn(now, note));
            Optional<Long> target = Optional.ofNullable(wanted.get(name));
            if (target.isPresent() && !target.equals(now)) {
                boolean stricter = now.isPresent() && now.get() < target.get();
                Step step = stricter && ours.isEmpty() ? Step.KEPT : Step.SET;
                lines.add(new LimitLine(present.association(), name, now, target, step));
            }
            if (target.isEmpty() && ours.isPresent()) {
                lines.add(new LimitLine(
                        present.association(), name, now, ours.get().before(), Step.CLEAR));
            }
        }
        return lines;
    }

    /** Whoever has changed the value since has made it his own. */
    static boolean isIn(Optional<Long> now, Noted note) {
        return now.equals(Optional.of(note.value())) || (now.isPresent() && now.equals(note.replaced()));
    }
}
