package org.carme.rest.news;

import org.carme.news.ReadNews;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** News for their reader. */
@Schema(name = "News")
public record NewsDto(
        long id,
        AnnouncementDto announcement,

        @Schema(description = "The text as HTML, safe to be shown as it is")
        String html,

        @Schema(description = "Whether the caller has dismissed or confirmed them")
        boolean read) {

    static NewsDto of(ReadNews news) {
        return new NewsDto(
                news.news().item().id(),
                AnnouncementDto.of(news.news().item().announcement()),
                news.news().html(),
                news.read());
    }
}
