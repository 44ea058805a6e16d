package org.carme.rest.configuration;

import java.util.List;
import java.util.Locale;
import org.carme.configuration.ConfigurationChange;
import org.carme.configuration.ConfigurationPlan;

/**
 * What a file would change, or has changed.
 *
 * @param state of the configuration that it was compared with
 */
public record ConfigurationPlanDto(List<ChangeDto> changes, String state) {
    /**
     * What becomes of one object.
     *
     * @param kind added, changed, removed or unchanged
     * @param detail what differs, empty unless it is changed
     */
    public record ChangeDto(String section, String id, String kind, String detail) {
        static ChangeDto of(ConfigurationChange change) {
            return new ChangeDto(
                    change.section(), change.id(), change.kind().name().toLowerCase(Locale.ROOT), change.detail());
        }
    }

    static ConfigurationPlanDto of(ConfigurationPlan plan) {
        return new ConfigurationPlanDto(
                plan.changes().stream().map(ChangeDto::of).toList(), plan.state());
    }
}
