package org.carme.rest.news;

import org.carme.news.NewsItem;

/**
 * News as they are kept.
 *
 * @param version to be sent with a change
 */
public record KeptNewsDto(long id, AnnouncementDto announcement, long version) {
    static KeptNewsDto of(NewsItem item) {
        return new KeptNewsDto(item.id(), AnnouncementDto.of(item.announcement()), item.version());
    }
}
