package org.carme.faces.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import org.carme.joblogs.JobLogService;

/** Tells the open page of a job that its log has grown. */
@ApplicationScoped
public class LogPush {
    @Inject
    @Push(channel = "changes")
    PushContext changes;

    @Inject
    JobLogService logs;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        logs.subscribe(job -> changes.send("log-" + job.id().value(), job.owner()));
    }
}
