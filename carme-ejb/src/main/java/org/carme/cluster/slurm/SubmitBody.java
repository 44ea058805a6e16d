package org.carme.cluster.slurm;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Map;
import org.carme.cluster.JobRequest;
import org.carme.cluster.JobRequest.Resources;

/** A submission, or a change of a job, in the words of either family. */
final class SubmitBody {
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private SubmitBody() {}

    static String of(ApiVersion api, JobRequest request) {
        JsonObjectBuilder job = common(request);
        if (api.isModern()) {
            addModern(job, request);
        } else {
            addOld(job, request);
        }
        return JSON.createObjectBuilder()
                .add("script", request.script())
                .add("job", job)
                .build()
                .toString();
    }

    /** An update of a job that changes its time limit alone. */
    static String ofLimit(ApiVersion api, Duration limit) {
        JsonObjectBuilder change = JSON.createObjectBuilder();
        if (api.isModern()) {
            change.add("time_limit", number(minutes(limit)));
        } else {
            change.add("time_limit", minutes(limit));
        }
        return change.build().toString();
    }

    private static JsonObjectBuilder common(JobRequest request) {
        Resources resources = request.resources();
        JsonObjectBuilder job = JSON.createObjectBuilder()
                .add("name", request.name())
                .add("comment", request.tag())
                .add("partition", request.partition())
                .add("current_working_directory", request.workingDirectory())
                .add("standard_output", request.output())
                .add("tasks", resources.nodes())
                .add("cpus_per_task", resources.cpusPerNode());
        request.account().ifPresent(account -> job.add("account", account));
        request.qos().ifPresent(qos -> job.add("qos", qos));
        request.features().ifPresent(features -> job.add("constraints", features));
        return job;
    }

    /** Slurm 22.05 takes a list of two numbers, which it documents, for one node, and "requeue": false for true. */
    private static void addOld(JsonObjectBuilder job, JobRequest request) {
        Resources resources = request.resources();
        job.add("nodes", resources.nodes() + "-" + resources.nodes());
        job.add("time_limit", minutes(request.timeLimit()));
        if (resources.memoryMegabytesPerNode() > 0) {
            job.add("memory_per_node", resources.memoryMegabytesPerNode());
        }
        resources.acceleratorType().ifPresent(type -> job.add("gres", gres(type, resources)));
        JsonObjectBuilder environment = JSON.createObjectBuilder();
        request.environment().forEach(environment::add);
        job.add("environment", environment);
    }

    private static void addModern(JsonObjectBuilder job, JobRequest request) {
        Resources resources = request.resources();
        job.add("nodes", String.valueOf(resources.nodes()));
        job.add("time_limit", number(minutes(request.timeLimit())));
        job.add("requeue", false);
        if (resources.memoryMegabytesPerNode() > 0) {
            job.add("memory_per_node", number(resources.memoryMegabytesPerNode()));
        }
        resources.acceleratorType().ifPresent(type -> job.add("tres_per_node", "gres/" + gres(type, resources)));
        JsonArrayBuilder environment = JSON.createArrayBuilder();
        request.environment().forEach((name, value) -> environment.add(name + '=' + value));
        job.add("environment", environment);
    }

    private static String gres(String type, Resources resources) {
        return Gres.of(type, resources.acceleratorsPerNode());
    }

    private static JsonObjectBuilder number(long value) {
        return JSON.createObjectBuilder().add("set", true).add("number", value);
    }

    /** Slurm counts in whole minutes, and zero means no limit. */
    private static long minutes(Duration limit) {
        return Math.max(1, limit.plusSeconds(59).toMinutes());
    }
}
