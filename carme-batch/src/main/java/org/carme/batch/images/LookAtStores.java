package org.carme.batch.images;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
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
        return "LOOKED AT " + versions + ", DRAFTED " + drafts;
    }

    private void look(String folder) {
        await(() -> stores.look(folder)).ifPresent(seen -> count(folder, seen));
    }

    private void count(String folder, StoreCare.Seen seen) {
        versions += seen.versions();
        drafts += seen.drafts();
        report.say("Looked at " + folder + ": " + counted(seen.versions(), "version") + ", "
                + counted(seen.drafts(), "new draft"));
        report.read(seen.versions());
        report.wrote(seen.drafts());
    }
}
