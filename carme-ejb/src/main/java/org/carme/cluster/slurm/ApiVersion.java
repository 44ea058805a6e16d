package org.carme.cluster.slurm;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The versions of slurmrestd's API that we speak, best first. Slurm 23.02 and 23.11 are served through v0.0.38, which
 * they still offer: their own v0.0.39 and v0.0.40 mix the words of both families.
 */
enum ApiVersion {
    V44("v0.0.44", true),
    V43("v0.0.43", true),
    V42("v0.0.42", true),
    V41("v0.0.41", true),
    V38("v0.0.38", false);

    static final String ACCOUNTING = "slurmdb/";

    private final String version;
    private final boolean modern;

    ApiVersion(String version, boolean modern) {
        this.version = version;
        this.modern = modern;
    }

    String version() {
        return version;
    }

    /** @return whether numbers are objects, states are lists and environments are lists */
    boolean isModern() {
        return modern;
    }

    /** @return the path of something that the controller knows, such as {@code job/7} or {@code jobs/} */
    String slurm(String path) {
        return "slurm/" + version + '/' + path;
    }

    String accounting(String path) {
        return ACCOUNTING + version + '/' + path;
    }

    /** @return for people: v0.0.44, v0.0.43 … */
    static String all() {
        return Arrays.stream(values()).map(ApiVersion::version).collect(Collectors.joining(", "));
    }
}
