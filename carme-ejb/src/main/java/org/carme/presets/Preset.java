package org.carme.presets;

import java.util.Optional;
import org.carme.staging.StagedData;

/**
 * Settings of a start under a name. They are wishes: what of them is still offered is found out when they are used.
 *
 * @param title 1 to 40 characters, one of a kind per user
 * @param project a slug, or the name of the group that gives the template; empty: whatever gives it
 * @param image its name, or name and version as a start takes them
 * @param acceleratorType {@link org.carme.templates.Template#CPU} for none
 */
public record Preset(
        String title,
        String template,
        Optional<String> project,
        String acceleratorType,
        int acceleratorsPerNode,
        int nodes,
        String image,
        int timeLimitMinutes,
        StagedData data) {}
