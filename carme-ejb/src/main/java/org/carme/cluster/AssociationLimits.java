package org.carme.cluster;

import java.util.Map;
import java.util.Optional;

/**
 * What an association may have at a time.
 *
 * @param jobs running ones, empty: no limit
 * @param resources most of each trackable resource, such as {@code node} or {@code gres/gpu:a100}
 */
public record AssociationLimits(Association association, Optional<Long> jobs, Map<String, Long> resources) {
    public AssociationLimits {
        resources = Map.copyOf(resources);
    }
}
