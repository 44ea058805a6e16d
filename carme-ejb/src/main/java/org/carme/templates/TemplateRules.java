package org.carme.templates;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carme.common.InvalidRequestException;

/** What a template may say; names reach Slurm, so they are what Slurm takes for names. */
final class TemplateRules {
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,62}[\\p{L}\\p{N}]|[\\p{L}\\p{N}]");
    private static final Pattern SLURM_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}");
    private static final Pattern FEATURES = Pattern.compile("[A-Za-z0-9_.&|()\\[\\]*,-]{1,200}");
    private static final Pattern GROUP = Pattern.compile("[^\\p{Cntrl},]{1,128}");
    private static final int MOST_GROUPS = 100;
    private static final int MOST_TYPES = 50;
    private static final int MOST_PER_NODE = 1000;
    private static final int MOST_JOBS = 100_000;
    private static final int MOST_NODES = 100_000;
    private static final int A_YEAR = 366 * 24 * 60;
    private static final int MOST_CPUS = 10_000;
    private static final int MOST_MEGABYTES = 100_000_000;

    private TemplateRules() {}

    /** @throws InvalidRequestException naming the first field that is not as it must be */
    static void check(Template template, Collection<String> images) {
        match("name", NAME, template.name());
        some("groups", template.groups(), 0, MOST_GROUPS);
        template.groups().forEach(group -> match("groups", GROUP, group));
        match("partition", SLURM_NAME, template.partition());
        match("account", SLURM_NAME, template.account());
        match("qos", SLURM_NAME, template.qos());
        match("features", FEATURES, template.features());
        count("maxJobs", template.maxJobs(), 1, MOST_JOBS);
        count("maxNodes", template.maxNodes(), 1, MOST_NODES);
        count("maxMinutes", template.maxTime().toMinutes(), 1, A_YEAR);
        count(
                "defaultMinutes",
                template.defaultTime().toMinutes(),
                1,
                template.maxTime().toMinutes());
        count("cpusPerAccelerator", template.cpusPerAccelerator(), 1, MOST_CPUS);
        count("megabytesPerAccelerator", template.megabytesPerAccelerator(), 0, MOST_MEGABYTES);
        checkAccelerators(template);
        some("images", template.images(), 1, images.size());
        template.images().stream()
                .filter(image -> !images.contains(image))
                .findFirst()
                .ifPresent(unknown -> {
                    throw InvalidRequestException.about("images", "invalid-request.no-such-image", unknown);
                });
    }

    private static void checkAccelerators(Template template) {
        some("accelerators", template.accelerators().keySet(), 1, MOST_TYPES);
        template.accelerators().forEach((type, most) -> {
            match("accelerators", SLURM_NAME, type);
            boolean cpu = type.equals(Template.CPU);
            count("accelerators." + type, most, cpu ? 0 : 1, cpu ? 0 : MOST_PER_NODE);
        });
    }

    private static void match(String field, Pattern pattern, Optional<String> value) {
        value.ifPresent(text -> match(field, pattern, text));
    }

    private static void match(String field, Pattern pattern, String value) {
        if (!pattern.matcher(value).matches()) {
            throw InvalidRequestException.naming(field, "invalid-request.field");
        }
    }

    private static void some(String field, Collection<?> values, int least, int most) {
        if (values.size() < least || values.size() > most) {
            throw InvalidRequestException.naming(field, "invalid-request.count", least, most);
        }
    }

    private static void count(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw InvalidRequestException.naming(field, "invalid-request.range", least, most);
        }
    }
}
