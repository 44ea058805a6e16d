package org.carme.faces.projects;

import jakarta.faces.context.FacesContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.carme.common.InvalidRequestException;

/** The last day of a project as an administrator types it. */
final class LastDay {
    private LastDay() {}

    /** @return the end of that day where the administrator is, empty if none is typed: it never ends */
    static Optional<Instant> end(String day) {
        String zone = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("zone", "");
        try {
            return Optional.ofNullable(day)
                    .map(text -> LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneId.of(zone.isEmpty() ? "UTC" : zone))
                            .toInstant());
        } catch (DateTimeException e) {
            throw InvalidRequestException.about("expiresAt", "invalid-request.day");
        }
    }
}
