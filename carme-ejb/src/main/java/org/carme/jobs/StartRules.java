package org.carme.jobs;

import java.time.Duration;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.images.ImageReference;
import org.carme.inventory.TypeName;
import org.carme.templates.Template;
import org.carme.templates.TemplateNodes;

/** Whether a start keeps within its template; the form offers nothing else, but not everybody uses the form. */
final class StartRules {
    private static final String DEFAULT_NAME = "My job";
    private static final int KEY_LENGTH = 128;

    private StartRules() {}

    /**
     * The job that the request describes.
     *
     * @throws InvalidRequestException naming the field that is out of range
     */
    static JobSpec check(StartRequest request, Template template) {
        String type = request.acceleratorType().orElse(Template.CPU);
        Integer most = template.accelerators().get(type);
        if (most == null) {
            throw InvalidRequestException.about(
                    "acceleratorType", "invalid-request.accelerator", type, template.name());
        }
        boolean cpu = type.equals(Template.CPU);
        range("acceleratorsPerNode", request.acceleratorsPerNode(), cpu ? 0 : 1, cpu ? 0 : most);
        range("nodes", request.nodes(), 1, template.maxNodes());
        ImageReference image = ImageReference.of(request.image());
        if (!template.offers(image.name())) {
            throw InvalidRequestException.about("image", "invalid-request.image", image.name(), template.name());
        }
        Duration limit = request.timeLimit().orElse(template.defaultTime());
        range("timeLimitMinutes", limit.toMinutes(), 1, template.maxTime().toMinutes());
        checkKey(request.idempotencyKey());
        return new JobSpec(request, cpu, name(request.name()), Duration.ofMinutes(limit.toMinutes()));
    }

    /**
     * Whether the cluster has what the job wants, free or not; Slurm would refuse it, but later and in other words.
     *
     * @throws InvalidRequestException saying what it has
     */
    static void requireNodes(JobSpec spec, TemplateNodes nodes) {
        String type = spec.acceleratorType().orElse(Template.CPU);
        int having = nodes.having(type, spec.acceleratorsPerNode());
        if (nodes.areKnown() && having < spec.nodes()) {
            throw new InvalidRequestException(
                    "invalid-request.nodes", having, spec.acceleratorsPerNode(), new TypeName(type), spec.template());
        }
    }

    /** Any text a person would type; what cannot be shown in one line is refused, not silently changed. */
    private static String name(Optional<String> wanted) {
        String name = wanted.map(String::strip).filter(text -> !text.isEmpty()).orElse(DEFAULT_NAME);
        if (name.length() > JobSpec.NAME_LENGTH) {
            throw InvalidRequestException.about("name", "invalid-request.name-too-long", JobSpec.NAME_LENGTH);
        }
        if (name.codePoints().anyMatch(StartRules::isUnprintable)) {
            throw InvalidRequestException.about("name", "invalid-request.name-unprintable");
        }
        return name;
    }

    private static boolean isUnprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> codePoint != 0x200D;
            default -> false;
        };
    }

    private static void checkKey(Optional<String> key) {
        boolean acceptable = key.map(
                        text -> text.length() <= KEY_LENGTH && text.chars().allMatch(c -> c > ' ' && c < 127))
                .orElse(true);
        if (!acceptable) {
            throw new InvalidRequestException("invalid-request.idempotency-key", KEY_LENGTH);
        }
    }

    private static void range(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw InvalidRequestException.naming(field, "invalid-request.range", least, most);
        }
    }
}
