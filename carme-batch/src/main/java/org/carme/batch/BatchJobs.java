package org.carme.batch;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobSecurityException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one way to the batch runtime, which shows an execution to nobody but the component that started it. An enterprise
 * bean is always the same one, whoever calls.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchJobs {
    private static final Logger LOG = System.getLogger(BatchJobs.class.getName());
    private static final Set<BatchStatus> GOING =
            EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);

    private final Map<String, Long> latest = new ConcurrentHashMap<>();
    private final Map<String, Long> interrupted = new ConcurrentHashMap<>();

    @Inject
    BatchRepository repository;

    /**
     * Marks what a crash left behind as failed: the runtime would count it as running for ever. The next start of that
     * job restarts it.
     */
    public void markLeftOvers() {
        repository.failLeftOvers().forEach((id, name) -> {
            LOG.log(Level.WARNING, "Execution {0} of {1} was interrupted and will be restarted", id, name);
            interrupted.merge(name, id, Math::max);
        });
    }

    /** @return whether an execution has begun */
    public synchronized boolean start(String name) {
        return start(name, Map.of()).isPresent();
    }

    private Optional<Long> start(String name, Map<String, String> parameters) {
        Properties properties = new Properties();
        properties.putAll(parameters);
        try {
            long execution = begin(BatchRuntime.getJobOperator(), name, properties);
            latest.put(name, execution);
            return Optional.of(execution);
        } catch (BatchRuntimeException e) {
            LOG.log(Level.ERROR, "The batch job " + name + " cannot be started", e);
            return Optional.empty();
        }
    }

    private long begin(JobOperator operator, String name, Properties parameters) {
        Long execution = interrupted.remove(name);
        if (execution != null) {
            try {
                return operator.restart(execution, parameters);
            } catch (JobSecurityException e) {
                LOG.log(Level.INFO, "Execution {0} belongs to an earlier deployment: {1} starts anew", execution, name);
            }
        }
        return operator.start(name, parameters);
    }

    public synchronized void startUnlessRunning(String name) {
        startUnlessRunning(name, Map.of());
    }

    /** @return the execution that has begun; empty if one runs already, or if it cannot be started */
    public synchronized Optional<Long> startUnlessRunning(String name, Map<String, String> parameters) {
        return isRunning(name) ? Optional.empty() : start(name, parameters);
    }

    private boolean isRunning(String name) {
        Long execution = latest.get(name);
        return execution != null
                && GOING.contains(
                        BatchRuntime.getJobOperator().getJobExecution(execution).getBatchStatus());
    }
}
