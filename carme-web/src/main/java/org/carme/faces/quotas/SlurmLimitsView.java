package org.carme.faces.quotas;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.carme.quotas.mirror.LimitCommands;
import org.carme.quotas.mirror.LimitLine;
import org.carme.quotas.mirror.MirrorService;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/slurm-limits.xhtml}: Slurm is asked when somebody wants to know, for that takes a moment. */
@Named
@ViewScoped
public class SlurmLimitsView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    @Inject
    MirrorService mirror;

    @Inject
    CurrentUser currentUser;

    private transient List<LimitLine> lines;
    private transient List<String> commands;

    public void compare() {
        lines = mirror.compare(currentUser.getName());
        commands = null;
    }

    /** Shows what is to be run, and has it noted. */
    public void handOut() {
        LimitCommands found = mirror.handOut(currentUser.getName());
        lines = found.lines();
        commands = found.commands();
    }

    public boolean isOn() {
        return mirror.isOn();
    }

    public boolean isCompared() {
        return lines != null;
    }

    /** @return the first of many */
    public List<SlurmLimitRow> getRows() {
        return lines == null
                ? List.of()
                : lines.stream().limit(SHOWN).map(SlurmLimitRow::new).toList();
    }

    /** @return how many are not among the rows */
    public int getMore() {
        return lines == null ? 0 : Math.max(0, lines.size() - SHOWN);
    }

    /** @return whether there is something to be done */
    public boolean isOpen() {
        return commands == null && lines != null && lines.stream().anyMatch(line -> line.step() != LimitLine.Step.KEPT);
    }

    /** @return one a line, empty as long as nobody has asked for them */
    public String getCommands() {
        return commands == null ? "" : String.join("\n", commands);
    }
}
