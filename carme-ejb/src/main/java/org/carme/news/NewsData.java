package org.carme.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.carme.users.PersonalData;

/** Who has read which news, as data about a person. */
@ApplicationScoped
class NewsData implements PersonalData {
    @Inject
    NewsRepository news;

    @Override
    public String section() {
        return "news";
    }

    @Override
    public Set<String> people() {
        return news.allReaders();
    }

    @Override
    public long count(String user) {
        return news.reads(user).size();
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        return Part.whole(news.reads(user).stream().map(NewsData::json).toList());
    }

    private static JsonObject json(NewsReadRow read) {
        return Json.createObjectBuilder()
                .add("news", read.news())
                .add("readAt", read.readAt().toString())
                .build();
    }

    @Override
    public void forget(String user, String pseudonym) {
        news.forgetReadsOf(user);
    }
}
