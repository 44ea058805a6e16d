package org.carme.templates;

import org.carme.cluster.ClusterStatus;

/** The real service for tests, as far as it needs no database. */
public final class TestStartOptions {
    private TestStartOptions() {}

    public static StartOptionsService of(ClusterStatus status) {
        StartOptionsService service = new StartOptionsService();
        service.status = status;
        return service;
    }
}
