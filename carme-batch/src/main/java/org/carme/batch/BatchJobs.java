package org.carme.batch;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionAlreadyCompleteException;
import jakarta.batch.operations.JobExecutionIsRunningException;
import jakarta.batch.operations.JobExecutionNotMostRecentException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobSecurityException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.StepExecution;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.database.Retry;
import org.carme.executions.Cause;
import org.carme.executions.ExecutionConflictException;
import org.carme.executions.ExecutionNotFoundException;
import org.carme.executions.ExecutionRecords;
import org.carme.executions.ExecutionRecords.LeftOver;
import org.carme.executions.Launch;

/**
 * The one way to the batch runtime, which shows an execution to nobody but the component that started it. An enterprise
 * bean is always the same one, whoever calls.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchJobs {
    private static final Logger LOG = System.getLogger(BatchJobs.class.getName());

    /** A step that takes the portal down with it is not begun again for ever. */
    private static final int MOST_ATTEMPTS = 3;

    @Inject
    ExecutionRecords records;

    @Inject
    JobDefinitions definitions;

    @Inject
    LocalRuns here;

    /** Tests have their own. */
    JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }

    /** Has the runtime make its tables, if they are missing. */
    public void prepare() {
        operator().getJobNames();
        records.prepare();
    }

    /** Marks as failed what portals that are dead have left behind, which the runtime would count as running for ever. */
    public void markLeftOvers() {
        Retry.onConflict(records::failLeftOvers)
                .forEach(
                        execution -> LOG.log(Level.WARNING, "Execution {0} was interrupted", Long.toString(execution)));
    }

    /** Goes on with what was marked. What cannot begin now is found again by the next call. */
    public void goOnWithLeftOvers() {
        Retry.onConflict(records::leftOvers).stream().filter(this::goesOn).forEach(left -> {
            LOG.log(Level.INFO, "Execution {0} of {1} goes on", Long.toString(left.execution()), left.job());
            quietly(new Launch(left.job(), left.parameters(), Cause.RECOVERY, "", Optional.of(left.execution())));
        });
    }

    private boolean goesOn(LeftOver left) {
        return left.attempts() < MOST_ATTEMPTS
                && definitions.find(left.job()).filter(JobDefinition::alone).isPresent();
    }

    /**
     * Starts an execution even if another one of that job runs.
     *
     * @return whether it has begun
     */
    public boolean start(String name) {
        try {
            begin(Launch.byPortal(name, Map.of()));
            return true;
        } catch (BatchRuntimeException e) {
            LOG.log(Level.ERROR, "The batch job " + name + " cannot be started", e);
            return false;
        }
    }

    public void startUnlessRunning(String name) {
        startUnlessRunning(name, Map.of());
    }

    /** @return the execution that has begun; empty if one runs already on any portal, or if it cannot be started */
    public Optional<Long> startUnlessRunning(String name, Map<String, String> parameters) {
        return quietly(Launch.byPortal(name, parameters));
    }

    private Optional<Long> quietly(Launch launch) {
        try {
            return launch(launch);
        } catch (BatchRuntimeException | ExecutionConflictException e) {
            LOG.log(Level.ERROR, "The batch job " + launch.job() + " cannot be started", e);
            return Optional.empty();
        }
    }

    /** See {@link org.carme.executions.Runner#launch}. */
    public Optional<Long> launch(Launch launch) {
        JobDefinition definition =
                definitions.find(launch.job()).orElseThrow(() -> ExecutionNotFoundException.job(launch.job()));
        boolean free = definition.alone() || !records.isAnyGoing(launch.job());
        if (!free || !Retry.onConflict(() -> records.reserve(launch))) {
            return Optional.empty();
        }
        boolean begun = false;
        try {
            long execution = begin(launch);
            begun = true;
            return Optional.of(execution);
        } finally {
            if (!begun) {
                Retry.onConflict(() -> records.release(launch));
            }
        }
    }

    private long begin(Launch launch) {
        Properties parameters = new Properties();
        parameters.putAll(launch.parameters());
        long execution = launch.restartOf()
                .map(failed -> restart(failed, launch, parameters))
                .orElseGet(() -> operator().start(launch.job(), parameters));
        here.begun(execution);
        try {
            Retry.onConflict(() -> records.begun(
                    execution, launch, definitions.find(launch.job()).flatMap(JobDefinition::timeLimit)));
        } catch (RuntimeException e) {
            // what is not written down keeps nobody from starting another
            stopHere(execution);
            throw e;
        }
        return execution;
    }

    private long restart(long failed, Launch launch, Properties parameters) {
        try {
            return operator().restart(failed, parameters);
        } catch (JobExecutionNotMostRecentException | JobExecutionAlreadyCompleteException e) {
            // somebody else has gone on with it since it was looked at
            throw ExecutionConflictException.notRestartable(failed);
        } catch (JobSecurityException e) {
            if (launch.cause() != Cause.RECOVERY) {
                throw ExecutionConflictException.foreign(failed);
            }
            LOG.log(
                    Level.INFO,
                    "Execution {0} belongs to an earlier deployment: {1} starts anew",
                    failed,
                    launch.job());
            return operator().start(launch.job(), parameters);
        }
    }

    /** Asks it to stop, if it runs here. */
    public void stopHere(long execution) {
        if (here.all().contains(execution)) {
            try {
                operator().stop(execution);
            } catch (BatchRuntimeException e) {
                LOG.log(Level.INFO, "Execution {0} has just ended: {1}", execution, e.getMessage());
            }
        }
    }

    public void abandon(long execution) {
        try {
            operator().abandon(execution);
        } catch (JobExecutionIsRunningException e) {
            throw ExecutionConflictException.hanging(execution);
        } catch (JobSecurityException e) {
            throw ExecutionConflictException.foreign(execution);
        }
    }

    /** @return the steps of the execution that have failed, in the order in which they ran */
    public List<String> failedSteps(long execution) {
        return operator().getStepExecutions(execution).stream()
                .filter(step -> step.getBatchStatus() == BatchStatus.FAILED)
                .sorted(Comparator.comparing(StepExecution::getStepExecutionId))
                .map(StepExecution::getStepName)
                .toList();
    }

    /** @return what the execution is about */
    public Map<String, String> parameters(long execution) {
        Properties found = operator().getParameters(execution);
        return found == null
                ? Map.of()
                : found.stringPropertyNames().stream()
                        .collect(Collectors.toMap(Function.identity(), found::getProperty));
    }
}
