package org.carme.cluster.slurm;

class Slurm2511V44ContractTest extends ModernContractTest {
    Slurm2511V44ContractTest() {
        super("v0.0.44", "1");
    }
}
