package org.carme.staging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.storage.JobFolders;

/** Puts together what agents are told about a job's data. */
@ApplicationScoped
public class StagingOrders {
    /** Agents say of it that it is not there. */
    private static final String NOWHERE = "/nonexistent";

    @Inject
    DatasetCatalogue catalogue;

    @Inject
    StagingSettings settings;

    /**
     * What they are told.
     *
     * @param folders those of the job, besides the home
     * @return empty if there is nothing to be told
     */
    public Optional<StagingOrder> of(StagedData data, JobFolders folders) {
        return data.isNone()
                ? Optional.empty()
                : Optional.of(new StagingOrder(
                        data.stageIn().stream().map(this::item).toList(),
                        reachable(settings, folders),
                        data.stageOut()));
    }

    /** @return where paths may lead, besides the home; of a job from which that is hidden only the project's folder */
    static List<String> reachable(StagingSettings settings, JobFolders folders) {
        return folders.homeHidden()
                ? folders.all()
                : Stream.concat(settings.folders().stream(), folders.all().stream())
                        .toList();
    }

    private StagingOrder.Item item(String thing) {
        if (!thing.startsWith(StagingRules.DATASET)) {
            return new StagingOrder.Item(thing, Optional.empty());
        }
        String name = StagingRules.datasetName(thing);
        return new StagingOrder.Item(catalogue.find(name).map(Dataset::path).orElse(NOWHERE), Optional.of(name));
    }
}
