package org.carme.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import org.carme.images.VisibleVersions;

/** In how many images packages are, for those who keep something of their own about packages. */
@ApplicationScoped
public class PackageUses {
    @Inject
    PackageRepository packages;

    /**
     * Counts versions of images.
     *
     * @param among only of these
     * @return by the packages' numbers; without those that are in none
     */
    public Map<Long, Long> of(Collection<Long> software, VisibleVersions among) {
        return packages.uses(software, among);
    }
}
