package org.carme.rest.news;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;
import org.carme.news.Announcement;
import org.carme.news.Severity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something for everybody to read. */
@Schema(name = "Announcement")
public record AnnouncementDto(
        @NotNull @Schema(description = "Plain text of 1 to 150 characters")
        String title,

        @NotNull @Schema(description = "Markdown, 1 to 10000 characters; HTML in it is shown as text")
        String text,

        @NotNull Severity severity,

        @Schema(description = "Now if left out") Instant from,

        @Schema(description = "Until it is deleted if left out")
        Instant until,

        @Schema(
                description = "Whether it stands above every page until its reader has confirmed it",
                defaultValue = "false")
        Boolean mustRead,

        @Schema(
                description = "Whether it is on the login page, for anybody who can reach the portal",
                defaultValue = "false")
        Boolean onLogin) {

    static AnnouncementDto of(Announcement announcement) {
        return new AnnouncementDto(
                announcement.title(),
                announcement.text(),
                announcement.severity(),
                announcement.from(),
                announcement.until().orElse(null),
                announcement.mustRead(),
                announcement.onLogin());
    }

    Announcement announcement(Instant now) {
        return new Announcement(
                title,
                text,
                severity,
                from == null ? now : from,
                Optional.ofNullable(until),
                mustRead != null && mustRead,
                onLogin != null && onLogin);
    }
}
