package org.carme.batch.images;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.carme.batch.Step;
import org.carme.imports.StoreCare;

/** Looks at one store after the other; ends when all were looked at, or if stopped. */
@Named
@Dependent
public class LookAtStores extends Step {
    @Inject
    StoreCare stores;

    private int versions;
    private int drafts;
    private int away;

    @Override
    protected String work() {
        List<String> folders = report.onlyItem().map(List::of).orElseGet(stores::folders);
        report.outOf(folders.size());
        for (String folder : folders) {
            if (isStopped()) {
                break;
            }
            attempt(folder, () -> look(folder));
            report.done(1);
        }
        return "LOOKED AT " + versions + ", DRAFTED " + drafts + ", STORES AWAY " + away;
    }

    private void look(String folder) {
        Optional<StoreCare.Seen> seen = stores.look(folder);
        if (seen.isEmpty()) {
            away++;
            report.say("The portal cannot look at " + folder);
            return;
        }
        versions += seen.get().versions();
        drafts += seen.get().drafts();
        report.read(seen.get().versions());
        report.wrote(seen.get().drafts());
    }
}
