package org.carme.batch.images;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.carme.imports.StoreCare;

/** Looks at one store after the other; ends when all were looked at, or if stopped. */
@Named
@Dependent
public class LookAtStores extends AbstractBatchlet {
    @Inject
    StoreCare stores;

    private volatile boolean stopped;

    @Override
    public String process() {
        int versions = 0;
        int drafts = 0;
        int away = 0;
        for (String folder : stores.folders()) {
            if (stopped) {
                break;
            }
            Optional<StoreCare.Seen> seen = stores.look(folder);
            versions += seen.map(StoreCare.Seen::versions).orElse(0);
            drafts += seen.map(StoreCare.Seen::drafts).orElse(0);
            away += seen.isPresent() ? 0 : 1;
        }
        return "LOOKED AT " + versions + ", DRAFTED " + drafts + ", STORES AWAY " + away;
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
