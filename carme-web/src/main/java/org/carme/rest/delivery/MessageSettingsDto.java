package org.carme.rest.delivery;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.common.InvalidRequestException;
import org.carme.delivery.DeliveryChoice;
import org.carme.delivery.Occasion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What goes where; the portal itself shows everything. */
@Schema(name = "MessageSettings")
public record MessageSettingsDto(
        @Schema(
                enumeration = {"en", "de"},
                description = "Left out: the directory’s, else the site’s")
        String language,

        @NotNull @Schema(description = "Occasions: " + OCCASIONS)
        List<String> mail,

        @NotNull @Schema(description = "Occasions: " + OCCASIONS)
        List<String> chat,

        @Schema(description = "The incoming webhook; shown masked. Left out or as shown: stays; empty: none any more")
        String webhook,

        @Schema(readOnly = true, description = "The directory’s; absent if it has none or the site sends no e-mail")
        String mailAddress) {
    private static final String OCCASIONS =
            "job-accepted, job-ready, job-ends-soon, job-ended, job-failed, projects, account, cluster, other";

    static MessageSettingsDto of(DeliveryChoice choice, Optional<String> webhook, Optional<String> mailAddress) {
        return new MessageSettingsDto(
                choice.language().orElse(null),
                codes(choice.mail()),
                codes(choice.chat()),
                webhook.orElse(null),
                mailAddress.orElse(null));
    }

    private static List<String> codes(Set<Occasion> occasions) {
        return occasions.stream().sorted().map(Occasion::code).toList();
    }

    DeliveryChoice choice() {
        return new DeliveryChoice(Optional.ofNullable(language), occasions("mail", mail), occasions("chat", chat));
    }

    private static Set<Occasion> occasions(String field, List<String> codes) {
        return codes.stream()
                .map(code -> Optional.ofNullable(code)
                        .flatMap(Occasion::of)
                        .orElseThrow(() -> InvalidRequestException.naming(field, "invalid-request.field")))
                .collect(Collectors.toSet());
    }
}
