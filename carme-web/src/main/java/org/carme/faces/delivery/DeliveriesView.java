package org.carme.faces.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.delivery.DeliveryReports;
import org.carme.delivery.DeliveryStatus;
import org.carme.web.security.CurrentUser;

/** Backs {@code WEB-INF/deliveries.xhtml} of the system page. */
@Named
@RequestScoped
public class DeliveriesView {
    @Inject
    DeliveryReports reports;

    @Inject
    CurrentUser currentUser;

    private List<DeliveryStatus> ways;

    @PostConstruct
    void look() {
        ways = reports.all(currentUser.getName());
    }

    public List<DeliveryStatus> getWays() {
        return ways;
    }
}
