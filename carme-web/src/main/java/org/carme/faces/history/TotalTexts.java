package org.carme.faces.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.cluster.ClusterPicture;
import org.carme.faces.layout.Texts;
import org.carme.faces.layout.TypeTexts;
import org.carme.jobs.HistoryTotal;

/** Sums of the history in words. */
@Named
@RequestScoped
public class TotalTexts {
    @Inject
    Texts texts;

    @Inject
    TypeTexts types;

    public String type(HistoryTotal total) {
        return types.title(total.type().orElse(ClusterPicture.CPU));
    }

    public String style(HistoryTotal total) {
        return types.style(total.type().orElse(ClusterPicture.CPU));
    }

    public String hours(HistoryTotal total) {
        return texts.text(total.type().isEmpty() ? "history.nodeHours" : "history.hours", total.hours());
    }

    public String count(HistoryTotal total) {
        return texts.text("history.jobs", total.jobs());
    }
}
