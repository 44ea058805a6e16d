package org.carme.cluster.slurm;

/** What the recordings of Slurm 25.11 have in common. */
abstract class ModernContractTest extends RecordedContractTest {
    private final String prefix;

    ModernContractTest(String version, String job) {
        super(version, "25.11/" + version + '-', job);
        prefix = "25.11/" + version + '-';
    }

    @Override
    protected String partition() {
        return "a100";
    }

    @Override
    protected String runningJob() {
        return "job";
    }

    @Override
    protected String unknownJob() {
        return prefix + "job-unknown";
    }

    @Override
    protected String unknownCancel() {
        return prefix + "job-unknown";
    }

    @Override
    protected String associations() {
        return prefix + "db-assocs";
    }

    @Override
    protected String allAssociations() {
        return prefix + "db-assocs";
    }

    @Override
    protected String pingOfStranger() {
        return prefix + "ping";
    }

    @Override
    protected String badToken() {
        return prefix + "bad-token";
    }

    @Override
    protected String badTokenOfSubmission() {
        return prefix + "bad-token";
    }
}
