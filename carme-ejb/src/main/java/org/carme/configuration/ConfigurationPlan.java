package org.carme.configuration;

import java.util.List;

/**
 * What a file would change, or has changed.
 *
 * @param state of the configuration that it was compared with; whoever applies it hands it back
 */
public record ConfigurationPlan(List<ConfigurationChange> changes, String state) {
    public ConfigurationPlan {
        changes = List.copyOf(changes);
    }

    /** @return how many objects become that */
    public long count(ConfigurationChange.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
