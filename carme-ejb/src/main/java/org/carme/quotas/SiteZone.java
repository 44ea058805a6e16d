package org.carme.quotas;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the site's days, and with them the periods of quotas and statements, begin at midnight. */
@ApplicationScoped
public class SiteZone {
    @Inject
    @ConfigProperty(name = "carme.quota.zone", defaultValue = "UTC")
    String name;

    private ZoneId zone;

    /** For tests. */
    public static SiteZone of(String name) {
        SiteZone site = new SiteZone();
        site.name = name;
        site.validate();
        return site;
    }

    @PostConstruct
    void validate() {
        try {
            zone = ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalStateException("carme.quota.zone must be a time zone such as Europe/Berlin", e);
        }
    }

    public ZoneId zone() {
        return zone;
    }
}
