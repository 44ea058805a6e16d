package org.carme.faces.schedules;

import org.carme.faces.layout.Texts;
import org.carme.schedules.Run;

/** The last execution of a job as a row. */
public class LastRunRow extends RunRow {
    private final String job;
    private final Run run;
    private final Texts texts;

    LastRunRow(String job, Run run, Texts texts) {
        super(run, texts);
        this.job = job;
        this.run = run;
        this.texts = texts;
    }

    public String getName() {
        return job;
    }

    public String getPurpose() {
        return ScheduleTexts.purpose(texts, job);
    }

    /** @return its end, while it runs its start */
    public long getAt() {
        return run.endedAt().orElse(run.startedAt()).toEpochMilli();
    }
}
