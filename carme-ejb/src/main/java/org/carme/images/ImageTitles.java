package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;

/** What images are called. */
@ApplicationScoped
public class ImageTitles {
    @Inject
    ImageRepository images;

    /** @return the titles of all images by their names, in the order of the titles */
    @Transactional
    public Map<String, String> all() {
        Map<String, String> titles = new LinkedHashMap<>();
        images.titles().forEach(row -> titles.put((String) row[0], (String) row[1]));
        return titles;
    }
}
