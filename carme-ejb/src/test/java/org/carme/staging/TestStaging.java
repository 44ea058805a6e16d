package org.carme.staging;

import java.util.List;
import java.util.Optional;
import org.carme.projects.Classification;
import org.carme.storage.TestStorage;

/** Data of jobs for tests: the site has one dataset and one folder for everybody. */
public final class TestStaging {
    private TestStaging() {}

    public static StagingOrders orders() {
        StagingOrders orders = new StagingOrders();
        orders.catalogue = catalogue();
        orders.settings = settings();
        return orders;
    }

    /** @param classification of every project */
    static StagingRules rules(Classification classification) {
        StagingRules rules = new StagingRules();
        rules.catalogue = catalogue();
        rules.settings = settings();
        rules.storage = TestStorage.storage(classification);
        return rules;
    }

    private static StagingSettings settings() {
        return new StagingSettings(Optional.empty(), List.of("/projects"));
    }

    private static DatasetCatalogue catalogue() {
        return new DatasetCatalogue() {
            @Override
            public Optional<Dataset> find(String name) {
                return name.equals("cifar")
                        ? Optional.of(new Dataset("cifar", "CIFAR", "/data/cifar-10.tar.gz", ""))
                        : Optional.empty();
            }
        };
    }
}
