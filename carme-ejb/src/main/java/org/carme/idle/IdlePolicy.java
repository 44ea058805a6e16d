package org.carme.idle;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which jobs are stopped when nobody uses them, and how soon. */
@ApplicationScoped
class IdlePolicy {
    private static final double MINUTE = 60_000;
    private static final double WEEK = 10_080;
    private static final String AFTER = "carme.idle.after-minutes";
    private static final String GRACE = "carme.idle.grace-minutes";
    private static final String PROJECTS = "carme.idle.projects";

    @Inject
    @ConfigProperty(name = AFTER, defaultValue = "0")
    double after;

    @Inject
    @ConfigProperty(name = GRACE, defaultValue = "15")
    double grace;

    @Inject
    @ConfigProperty(name = PROJECTS)
    Optional<String> projects;

    private final Map<String, Double> byProject = new HashMap<>();

    @PostConstruct
    void validate() {
        require(AFTER, after >= 0 && after <= WEEK, "0 to 10080");
        require(GRACE, grace > 0 && grace <= WEEK, "more than 0, up to 10080");
        projects.ifPresent(text -> {
            for (String part : text.split(",", -1)) {
                String[] pair = part.strip().split("=", -1);
                Optional<Double> minutes = pair.length == 2 ? number(pair[1]) : Optional.empty();
                require(PROJECTS, minutes.isPresent(), "such as vision=120, course=0");
                byProject.put(pair[0].strip(), minutes.get());
            }
        });
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text.strip())).filter(value -> value >= 0 && value <= WEEK);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void require(String key, boolean right, String what) {
        if (!right) {
            throw new IllegalStateException(key + " must be " + what);
        }
    }

    /** Stops the start of the portal if the configuration is wrong. */
    void start() {
        // reaching this bean is the proof: its creation has read the configuration
    }

    /**
     * The rule for the jobs of a project, or of groups.
     *
     * @param project its slug
     * @return empty if they may be idle
     */
    Optional<IdleRule> of(Optional<String> project) {
        double minutes = project.map(byProject::get).orElse(after);
        return minutes == 0 ? Optional.empty() : Optional.of(new IdleRule(length(minutes), length(grace)));
    }

    private static Duration length(double minutes) {
        return Duration.ofMillis(Math.round(minutes * MINUTE));
    }
}
