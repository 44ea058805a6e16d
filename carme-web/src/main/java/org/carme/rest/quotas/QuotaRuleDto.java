package org.carme.rest.quotas;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.carme.inventory.DescribedTypes;
import org.carme.quotas.QuotaPeriod;
import org.carme.quotas.QuotaResource;
import org.carme.quotas.QuotaRule;
import org.carme.quotas.QuotaSubject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A limit. */
@Schema(name = "QuotaRule")
public record QuotaRuleDto(
        @NotNull
        @Schema(
                description =
                        "EVERY_USER who has no rule of his own for the same, one USER, EACH_MEMBER of a group, all that"
                                + " is started through a GROUP together, all that is started by a PROJECT together, or"
                                + " what EACH_PROJECT_MEMBER starts by it")
        QuotaSubject.Kind subject,

        @Schema(description = "Of the user or group, or slug of the project; left out for EVERY_USER")
        String name,

        @NotNull QuotaResource resource,

        @Schema(description = "As Slurm names it; all types together if left out")
        String acceleratorType,

        @Schema(description = "What people call the type", readOnly = true)
        String acceleratorTitle,

        @Schema(description = "For ACCELERATOR_HOURS alone") QuotaPeriod period,

        @NotNull @Schema(minimum = "0", maximum = "1000000000")
        Long limit,

        @Schema(description = "Whether hours that were left in the period before are added", defaultValue = "false")
        Boolean carryOver) {

    static QuotaRuleDto of(QuotaRule rule, DescribedTypes types) {
        return new QuotaRuleDto(
                rule.subject().kind(),
                rule.subject().name().isEmpty() ? null : rule.subject().name(),
                rule.resource(),
                rule.acceleratorType().orElse(null),
                rule.acceleratorType().map(types::title).orElse(null),
                rule.period().orElse(null),
                rule.limit(),
                rule.carryOver());
    }

    QuotaRule rule() {
        return new QuotaRule(
                new QuotaSubject(subject, name == null ? "" : name),
                resource,
                Optional.ofNullable(acceleratorType),
                Optional.ofNullable(period),
                limit,
                carryOver != null && carryOver);
    }
}
