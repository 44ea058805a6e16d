package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The versions that somebody may see, for those who keep something of their own of them. */
@ApplicationScoped
public class VersionNames {
    @Inject
    ImageCatalogue catalogue;

    @Inject
    ImageReads reads;

    /** @throws ImageNotFoundException if there is no such version, or the user may not see it */
    public VersionName find(String user, String image, String version) {
        return reads.versionName(image, version, catalogue.viewer(user));
    }

    /** @return every version that has a place, whoever may see it, by place */
    public List<RegisteredVersion> registered() {
        return reads.registered();
    }

    /** @return by their numbers */
    public Map<Long, VersionName> visible(String user) {
        return reads.versionNames(catalogue.viewer(user));
    }

    /** The same for those who count or join them in the database. */
    public VisibleVersions among(String user) {
        return VisibleVersions.of(catalogue.viewer(user));
    }
}
