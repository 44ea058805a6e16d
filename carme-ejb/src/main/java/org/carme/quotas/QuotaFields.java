package org.carme.quotas;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;
import org.carme.configuration.FileObject;

/** A rule as the configuration file has it; docs/how-to/keep-configuration-in-git.md explains the fields. */
final class QuotaFields {
    private static final Set<String> NAMES =
            Set.of("subject", "name", "resource", "acceleratorType", "period", "limit", "carryOver");

    private QuotaFields() {}

    static Map<String, Object> of(QuotaRule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("subject", rule.subject().kind().name());
        if (!rule.subject().name().isEmpty()) {
            fields.put("name", rule.subject().name());
        }
        fields.put("resource", rule.resource().name());
        rule.acceleratorType().ifPresent(type -> fields.put("acceleratorType", type));
        rule.period().ifPresent(period -> fields.put("period", period.name()));
        fields.put("limit", rule.limit());
        if (rule.carryOver()) {
            fields.put("carryOver", true);
        }
        return fields;
    }

    static QuotaRule read(FileObject object) {
        object.requireOnly(NAMES);
        return new QuotaRule(
                new QuotaSubject(
                        word(object, "subject", QuotaSubject.Kind.values()),
                        object.optionalText("name").orElse("")),
                word(object, "resource", QuotaResource.values()),
                object.optionalText("acceleratorType"),
                object.has("period") ? Optional.of(word(object, "period", QuotaPeriod.values())) : Optional.empty(),
                object.number("limit"),
                object.flag("carryOver", false));
    }

    private static <E extends Enum<E>> E word(FileObject object, String field, E[] words) {
        String text = object.text(field);
        return Stream.of(words)
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException("invalid-request.field", field));
    }
}
