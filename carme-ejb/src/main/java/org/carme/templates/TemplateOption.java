package org.carme.templates;

import java.time.Duration;
import java.util.List;

/** A template as the start form offers it, narrowed to what the cluster has. */
public record TemplateOption(
        String name,
        String project,
        Duration maxTimeLimit,
        Duration defaultTimeLimit,
        int maxJobs,
        List<AcceleratorOption> acceleratorTypes,
        List<ImageOption> images) {}
