package org.carme.faces.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.carme.estimates.Alternative;
import org.carme.estimates.Estimate;
import org.carme.faces.layout.Texts;
import org.carme.jobs.StartPreview;
import org.carme.jobs.StartRequest;

/** When what is chosen in the start form would start; worked out anew for every answer. */
@Named
@RequestScoped
public class ChosenStart {
    private static final Duration SOON = Duration.ofHours(20);

    /** Nearer would look as if it were known. */
    private static final long STEP = Duration.ofMinutes(5).toMillis();

    @Inject
    StartForm form;

    @Inject
    StartPreview preview;

    @Inject
    StartTexts startTexts;

    @Inject
    Texts texts;

    private StartRequest asked;
    private Optional<Estimate> answer = Optional.empty();

    /** Asked for the first time before the request's own choice is taken over. */
    private Optional<Estimate> estimate() {
        StartRequest chosen = form.request();
        if (!chosen.equals(asked)) {
            answer = preview.estimate(chosen);
            asked = chosen;
        }
        return answer;
    }

    public boolean isNow() {
        return estimate().map(Estimate::now).orElse(false);
    }

    /** @return what comes before the time, or stands alone without one */
    public String getText() {
        if (isNow()) {
            return texts.text("start.now");
        }
        if (getMillis() > 0) {
            return texts.text(isSoon() ? "start.about" : "start.notBefore");
        }
        return texts.text("start.hindered."
                + estimate().flatMap(Estimate::hindrance).map(Enum::name).orElse("UNKNOWN"));
    }

    /** @return whether the time of day says enough */
    public boolean isSoon() {
        return estimate()
                .flatMap(Estimate::startsAt)
                .map(start -> start.isBefore(estimate().orElseThrow().madeAt().plus(SOON)))
                .orElse(false);
    }

    /** @return 0 if it starts now or nobody knows when */
    public long getMillis() {
        return isNow()
                ? 0
                : estimate()
                        .flatMap(Estimate::startsAt)
                        .map(ChosenStart::rounded)
                        .orElse(0L);
    }

    /** @return when it would reach its limit, 0 if nobody knows */
    public long getEndMillis() {
        return getMillis() == 0
                ? 0
                : getMillis()
                        + Duration.ofMinutes(form.getChoice().getMinutes()).toMillis();
    }

    /** @return what it waits for, empty if that is no reservation */
    public String getReservation() {
        return estimate()
                .flatMap(Estimate::reservation)
                .map(name -> texts.text("start.reservation", name))
                .orElse("");
    }

    /** @return what smaller start would come sooner, empty if none would */
    public String getAlternative() {
        return alternative()
                .map(one -> texts.text(isAlternativeNow() ? "start.alternativeNow" : "start.alternative", words(one)))
                .orElse("");
    }

    /** @return 0 if it starts now */
    public long getAlternativeMillis() {
        return isAlternativeNow()
                ? 0
                : alternative().map(one -> rounded(one.startsAt())).orElse(0L);
    }

    private boolean isAlternativeNow() {
        return alternative()
                .map(one -> one.now(estimate().orElseThrow().madeAt()))
                .orElse(false);
    }

    private Optional<Alternative> alternative() {
        return estimate().flatMap(Estimate::alternative);
    }

    private String words(Alternative alternative) {
        return switch (alternative.kind()) {
            case ACCELERATORS_PER_NODE -> texts.text("start.with.perNode", alternative.value());
            case NODES -> texts.text("start.with.nodes", alternative.value());
            case MINUTES -> startTexts.hours(alternative.value());
        };
    }

    private static long rounded(Instant time) {
        return (time.toEpochMilli() + STEP - 1) / STEP * STEP;
    }
}
