package org.carme.quotas;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.carme.quotas.mirror.MirrorService;

/** Stops the start if the limits are configured wrongly. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class QuotaStart {
    @Inject
    SiteZone site;

    @Inject
    MirrorService mirror;

    @PostConstruct
    void start() {
        site.zone();
        mirror.isOn();
    }
}
