package org.carme.faces.utilisation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.carme.faces.layout.Texts;
import org.carme.jobs.EstimateQuality;
import org.carme.jobs.StartEstimates;

/** Says how good the estimates of starts have been. */
@Named
@RequestScoped
public class EstimatesView {
    @Inject
    StartEstimates estimates;

    @Inject
    Texts texts;

    private EstimateQuality quality;

    @PostConstruct
    void load() {
        quality = estimates.quality();
    }

    public String getText() {
        return quality.starts() == 0
                ? texts.text("estimates.none")
                : texts.text("estimates.quality", quality.starts(), words(quality.median()), words(quality.ninth()));
    }

    private String words(Duration error) {
        if (error.toMinutes() < 1) {
            return texts.text("estimates.seconds", error.toSeconds());
        }
        return error.toHours() < 2
                ? texts.text("time.minutes", error.toMinutes())
                : texts.text("time.hours", error.toHours());
    }
}
