package org.carme.faces.executions;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.carme.executions.ExecutionDetails;
import org.carme.executions.ExecutionService;
import org.carme.executions.ExecutionStatus;
import org.carme.executions.ExecutionSummary;
import org.carme.executions.LogLine;
import org.carme.executions.SkippedItem;
import org.carme.faces.layout.Texts;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/batch-execution.xhtml}: one execution of a batch job, and what can be done with it. */
@Named
@ViewScoped
public class ExecutionView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double SECOND = 1000;

    @Inject
    ExecutionService executions;

    @Inject
    ShownExecution shown;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    @Inject
    Clock clock;

    private long id;

    /** @throws org.carme.executions.ExecutionNotFoundException if there is none */
    public void load() {
        shown.get(id);
    }

    /** @return where an execution is shown */
    public static String page(long execution) {
        return "/admin/batch-execution?faces-redirect=true&id=" + execution;
    }

    private ExecutionDetails details() {
        return shown.get(id);
    }

    public ExecutionSummary getExecution() {
        return details().summary();
    }

    /** @return what the job is for; its name alone for one that this version does not know */
    public String getPurpose() {
        String job = getExecution().job();
        return texts.textOr("system.batch.other", "system.batch." + job, job);
    }

    public String getTone() {
        return ExecutionLook.tone(getExecution().status());
    }

    public String getIcon() {
        return ExecutionLook.icon(getExecution().status());
    }

    public boolean isGoing() {
        return getExecution().status().isGoing();
    }

    /** @return whether it has failed, but its thread still runs */
    public boolean isHanging() {
        return details().hanging();
    }

    /** @return part of a bundle key with the user as its argument */
    public String getOrigin() {
        ExecutionSummary.Origin origin = getExecution().origin();
        return texts.text("execution.cause." + origin.cause().word(), origin.user());
    }

    public String getTook() {
        return texts.text(
                "system.seconds",
                Math.max(0, getExecution().took(clock.instant()).toMillis()) / SECOND);
    }

    /** @return empty if it may take as long as it likes */
    public String getTimeLimit() {
        return details()
                .timeLimit()
                .map(limit -> texts.text("time.minutes", limit.toMinutes()))
                .orElse("");
    }

    public String getParameters() {
        return details().parameters().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** @return why it is to stop, empty if it is not */
    public String getStopWish() {
        return details()
                .stopWish()
                .map(ExecutionDetails.StopWish::user)
                .map(user ->
                        user.isEmpty() ? texts.text("execution.stop.byPortal") : texts.text("execution.stop.by", user))
                .orElse("");
    }

    /** @return what went wrong in a sentence, empty if nothing did */
    public String getFailure() {
        if (getExecution().status() != ExecutionStatus.FAILED) {
            return "";
        }
        return details()
                .failure()
                .flatMap(ExecutionDetails.Failure::verdict)
                .map(verdict -> texts.text("execution.failure." + verdict.word(), getTimeLimit()))
                .orElseGet(() -> details()
                        .failure()
                        .map(ExecutionDetails.Failure::step)
                        .filter(step -> !step.isEmpty())
                        .map(step -> texts.text("execution.failure.step", step))
                        .orElseGet(() -> texts.text("execution.failure")));
    }

    /** @return what the exception says */
    public String getFailureWords() {
        return details().failure().map(ExecutionDetails.Failure::words).orElse("");
    }

    public List<ExecutionStepRow> getSteps() {
        return details().steps().stream()
                .map(step -> new ExecutionStepRow(step, texts, clock))
                .toList();
    }

    public List<SkippedItem> getSkipped() {
        return details().skipped();
    }

    public List<LogLine> getLog() {
        return executions.log(currentUser.getName(), id);
    }

    /** @return the number of the execution that has gone on with this one, empty if none has */
    public String getNext() {
        return details().next().map(String::valueOf).orElse("");
    }

    public boolean isRestartable() {
        return details().restartable();
    }

    public void stop() {
        executions.stop(currentUser.getName(), id);
        say("execution.stop.wanted");
    }

    public String restart() {
        return page(executions.restart(currentUser.getName(), id));
    }

    public void abandon() {
        executions.abandon(currentUser.getName(), id);
        say("execution.abandoned");
    }

    /** Runs the job anew, with the same parameters. */
    public String run() {
        return page(executions.again(currentUser.getName(), id));
    }

    public String retry(long item) {
        return page(executions.retry(currentUser.getName(), id, item));
    }

    private void say(String key) {
        shown.changed();
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(texts.text(key)));
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
