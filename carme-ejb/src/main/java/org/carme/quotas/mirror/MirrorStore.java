package org.carme.quotas.mirror;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.cluster.Association;
import org.carme.quotas.mirror.Comparison.Noted;
import org.carme.quotas.mirror.LimitLine.Step;

/** The transactions of what Carme has commands handed out for: noted and written down together. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class MirrorStore {
    @Inject
    MirroredLimitRepository limits;

    @Inject
    AuditService audit;

    /** @return what Carme's commands have set, or will have when somebody runs them */
    Map<Association, Map<LimitName, Noted>> noted() {
        return limits.all().stream()
                .collect(Collectors.groupingBy(
                        MirroredLimit::association, Collectors.toMap(MirroredLimit::name, MirroredLimit::noted)));
    }

    /**
     * Notes what commands are handed out for. What neither is wanted nor there any more is forgotten: an equal limit of
     * tomorrow is somebody else's.
     */
    List<LimitLine> handOut(String admin, Picture picture) {
        List<LimitLine> lines = picture.lines(noted());
        List<LimitLine> fresh = new ArrayList<>(lines);
        for (MirroredLimit known : limits.all()) {
            if (picture.isOver(known.association(), known.name(), known.noted())) {
                limits.remove(known);
            }
            lines.stream().filter(line -> isAbout(line, known)).forEach(line -> {
                fresh.remove(line);
                renew(known, line);
            });
        }
        fresh.stream()
                .filter(line -> line.step() == Step.SET)
                .forEach(line -> limits.add(new MirroredLimit(line.association(), line.limit(), first(line))));
        lines.stream().filter(line -> line.step() != Step.KEPT).forEach(line -> note(admin, line));
        return lines;
    }

    private static boolean isAbout(LimitLine line, MirroredLimit known) {
        return line.association().equals(known.association()) && line.limit().equals(known.name());
    }

    private static Noted first(LimitLine line) {
        return new Noted(line.wanted().orElseThrow(), Optional.empty(), line.inSlurm());
    }

    /** What was there before the first command stays known until the limit is cleared. */
    private static void renew(MirroredLimit known, LimitLine line) {
        if (line.step() == Step.SET) {
            Noted noted = known.noted();
            boolean ours = Comparison.isIn(line.inSlurm(), noted);
            Noted next = new Noted(line.wanted().orElseThrow(), line.inSlurm(), noted.before());
            known.change(ours ? next : first(line));
        }
    }

    private void note(String admin, LimitLine line) {
        Association association = line.association();
        String title = Stream.of(
                        association.account(),
                        association.user(),
                        association.partition(),
                        line.limit().words())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        AuditObject object = new AuditObject("quota", "slurm", title);
        String change = text(line.inSlurm()) + " → " + text(line.wanted());
        audit.record(new AuditEvent(AuditAction.QUOTA_MIRRORED, admin, association.user(), object, change));
    }

    private static String text(Optional<Long> limit) {
        return limit.map(String::valueOf).orElse("–");
    }
}
