package org.carme.cluster.slurm;

class Slurm2511V41ContractTest extends ModernContractTest {
    Slurm2511V41ContractTest() {
        super("v0.0.41", "3");
    }
}
