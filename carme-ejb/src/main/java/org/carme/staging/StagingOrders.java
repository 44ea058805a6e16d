package org.carme.staging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Puts together what agents are told about a job's data. */
@ApplicationScoped
public class StagingOrders {
    /** Agents say of it that it is not there. */
    private static final String NOWHERE = "/nonexistent";

    @Inject
    DatasetCatalogue catalogue;

    @Inject
    StagingSettings settings;

    /** @return empty if there is nothing to be told */
    public Optional<StagingOrder> of(StagedData data) {
        return data.isNone()
                ? Optional.empty()
                : Optional.of(new StagingOrder(
                        data.stageIn().stream().map(this::item).toList(), settings.folders(), data.stageOut()));
    }

    private StagingOrder.Item item(String thing) {
        if (!thing.startsWith(StagingRules.DATASET)) {
            return new StagingOrder.Item(thing, Optional.empty());
        }
        String name = StagingRules.datasetName(thing);
        return new StagingOrder.Item(catalogue.find(name).map(Dataset::path).orElse(NOWHERE), Optional.of(name));
    }
}
