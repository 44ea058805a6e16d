package org.carme.faces.schedules;

import java.util.Locale;
import org.carme.faces.layout.Texts;
import org.carme.schedules.JobPlan;
import org.carme.schedules.Schedule;

/** A batch job and its schedule, as pages show them. */
public class JobRow {
    private final JobPlan plan;
    private final Texts texts;
    private final Locale locale;

    JobRow(JobPlan plan, Texts texts, Locale locale) {
        this.plan = plan;
        this.texts = texts;
        this.locale = locale;
    }

    public String getName() {
        return plan.name();
    }

    public String getPurpose() {
        return ScheduleTexts.purpose(texts, plan.name());
    }

    /** @return in words when it runs */
    public String getSchedule() {
        return plan.schedule()
                .map(schedule -> texts.text("batch.words", schedule.cron().words(locale), zone(schedule)))
                .orElseGet(() -> texts.text("batch.onDemand"));
    }

    private static String zone(Schedule schedule) {
        return schedule.zone().getId();
    }

    public boolean isScheduled() {
        return plan.schedule().isPresent();
    }

    public boolean isEnabled() {
        return plan.schedule().map(Schedule::enabled).orElse(true);
    }

    public boolean isChanged() {
        return plan.changed();
    }

    /** @return 0 if nothing is planned */
    public long getNext() {
        return plan.next().map(time -> time.toEpochMilli()).orElse(0L);
    }

    /** @return null if it has never run */
    public RunRow getLast() {
        return plan.history().last().map(run -> new RunRow(run, texts)).orElse(null);
    }

    /** @return empty if it was never completed */
    public String getUsual() {
        return plan.history()
                .usual()
                .map(length -> ScheduleTexts.length(texts, length))
                .orElse("");
    }

    public Trend getTrend() {
        return new Trend(plan.history().runs());
    }

    /** @return the trend for those who do not see it */
    public String getTrendText() {
        Trend trend = getTrend();
        return texts.text(
                trend.getBad().isEmpty() ? "batch.trend.of" : "batch.trend.failed",
                trend.getCount(),
                ScheduleTexts.length(texts, trend.longest()));
    }
}
