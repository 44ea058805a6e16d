package org.carme.cluster.slurm;

class Slurm2205ContractTest extends RecordedContractTest {
    Slurm2205ContractTest() {
        super("v0.0.38", "22.05/", "43");
    }

    @Override
    protected String runningJob() {
        return "job-running";
    }

    @Override
    protected String unknownJob() {
        return "22.05/job-get-unknown";
    }

    @Override
    protected String unknownCancel() {
        return "22.05/job-delete-unknown";
    }

    @Override
    protected String associations() {
        return "22.05/db-associations";
    }

    @Override
    protected String allAssociations() {
        return "22.05/db-associations-all";
    }

    @Override
    protected String pingOfStranger() {
        return "22.05/ping-bad-token";
    }

    @Override
    protected String badToken() {
        return "22.05/nodes-bad-token";
    }

    @Override
    protected String badTokenOfSubmission() {
        return "22.05/auth-wrong-key-submit";
    }
}
