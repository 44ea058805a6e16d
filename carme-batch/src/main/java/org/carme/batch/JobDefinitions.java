package org.carme.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The job XMLs of this version. Their properties {@code time-limit} and {@code alone} are the portal's. */
@ApplicationScoped
class JobDefinitions {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Duration USUAL = Duration.ofHours(1);

    private final Map<String, Optional<JobDefinition>> known = new ConcurrentHashMap<>();

    /** @return empty if there is no such job */
    Optional<JobDefinition> find(String name) {
        return NAME.matcher(name).matches() ? known.computeIfAbsent(name, JobDefinitions::read) : Optional.empty();
    }

    private static Optional<JobDefinition> read(String name) {
        try (InputStream xml = JobDefinitions.class.getResourceAsStream("/META-INF/batch-jobs/" + name + ".xml")) {
            return xml == null ? Optional.empty() : Optional.of(definition(JobProperties.read(name, xml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JobDefinition definition(Map<String, String> properties) {
        String limit = properties.getOrDefault("time-limit", USUAL.toString());
        return new JobDefinition(
                limit.equals("none") ? Optional.empty() : Optional.of(Duration.parse(limit)),
                !"false".equals(properties.get("alone")));
    }
}
