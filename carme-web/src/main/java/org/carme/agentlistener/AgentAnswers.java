package org.carme.agentlistener;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carme.agents.BootstrapAnswer;
import org.carme.agents.EntryPointDeclaration;
import org.carme.agents.HomeDays;
import org.carme.agents.NodeSsh;
import org.carme.agents.ReportAnswer;
import org.carme.agents.pki.CertificateAuthority;
import org.carme.builds.JobTask;
import org.carme.images.RuntimeDeclaration;
import org.carme.jobs.JobSummary;
import org.carme.storage.JobFolders;

/** What agents are told, in the words of the protocol. */
final class AgentAnswers {
    private static final int HEARTBEAT_SECONDS = 10;

    private AgentAnswers() {}

    static JsonObject of(BootstrapAnswer answer, HomeDays homeDays) {
        JsonArrayBuilder services = Json.createArrayBuilder();
        answer.services().forEach(service -> services.add(service(service)));
        JsonObjectBuilder object = Json.createObjectBuilder()
                .add("protocol", AgentMessage.PROTOCOL)
                .add("job", answer.jobKey())
                .add("token", answer.token())
                .add("listen", answer.address())
                .add("privateKey", answer.identity().privateKeyPem())
                .add("certificate", answer.identity().certificatePem())
                .add("authority", answer.authority())
                .add("gateway", CertificateAuthority.GATEWAY)
                .add("endsAt", answer.endsAt().toEpochMilli())
                .add("heartbeatSeconds", HEARTBEAT_SECONDS)
                .add("homeDays", of(homeDays))
                .add("ssh", answer.ssh())
                .add("services", services);
        boolean writable = answer.task().filter(JobTask::isWritable).isPresent();
        answer.image().ifPresent(image -> object.add("image", image(image, writable)));
        answer.task().ifPresent(task -> object.add("task", TaskWords.of(task, answer)));
        answer.data().ifPresent(data -> object.add("data", StagingWords.of(data)));
        object.add("folders", of(answer.folders()));
        return object.build();
    }

    static JsonObject of(ReportAnswer answer) {
        JsonObjectBuilder object = Json.createObjectBuilder()
                .add("now", answer.now().toEpochMilli())
                .add("endsAt", answer.endsAt().toEpochMilli())
                .add("stop", answer.stop())
                .add("logWanted", answer.logWanted());
        answer.idleEndsAt().ifPresent(end -> object.add("idleEndsAt", end.toEpochMilli()));
        answer.nodesWithData().ifPresent(count -> object.add("nodesWithData", count));
        if (!answer.nodes().isEmpty()) {
            object.add("nodes", nodes(answer.nodes()));
        }
        return object.build();
    }

    private static JsonArrayBuilder nodes(List<NodeSsh> nodes) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        nodes.forEach(node -> array.add(Json.createObjectBuilder()
                .add("name", node.node())
                .add("address", node.address())
                .add("port", node.server().port())
                .add("key", node.server().key())));
        return array;
    }

    static JsonObject of(JobSummary job) {
        return Json.createObjectBuilder()
                .add("state", job.state().name().toLowerCase(Locale.ROOT))
                .add("timeLimitMinutes", job.timeLimit().toMinutes())
                .build();
    }

    private static JsonObjectBuilder of(HomeDays days) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        days.logs().ifPresent(logs -> object.add("logs", logs));
        days.trash().ifPresent(trash -> object.add("trash", trash));
        return object;
    }

    private static JsonObjectBuilder of(JobFolders folders) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        folders.project().ifPresent(path -> object.add("project", path));
        folders.scratch().ifPresent(path -> object.add("scratch", path));
        return object.add("homeHidden", folders.homeHidden());
    }

    private static JsonObjectBuilder service(BootstrapAnswer.ServiceStart service) {
        EntryPointDeclaration declaration = service.declaration();
        return Json.createObjectBuilder()
                .add("name", declaration.name())
                .add("title", declaration.title())
                .add("command", Json.createArrayBuilder(declaration.command()))
                .add("environment", texts(declaration.environment()))
                .add("files", texts(declaration.files()))
                .add("listen", declaration.listen().name().toLowerCase(Locale.ROOT))
                .add("readiness", service.readiness())
                .add("readinessStatus", Json.createArrayBuilder(declaration.readinessStatus()))
                .add("needs", Json.createArrayBuilder(declaration.needs()))
                .add("after", Json.createArrayBuilder(declaration.after()))
                .add("onDemand", declaration.onDemand())
                .add("optional", service.optional())
                .add("startSeconds", declaration.startLimit().toSeconds())
                .add("secret", service.secret())
                .add("base", service.base());
    }

    private static JsonObjectBuilder image(BootstrapAnswer.ImageStart image, boolean writable) {
        JsonArrayBuilder binds = Json.createArrayBuilder();
        image.launch()
                .binds()
                .forEach(bind -> binds.add(Json.createObjectBuilder()
                        .add("source", bind.source())
                        .add("target", bind.target())
                        .add("readOnly", bind.readOnly())));
        RuntimeDeclaration runtime = image.runtime();
        JsonObjectBuilder object = Json.createObjectBuilder()
                .add("name", image.name())
                .add("location", image.launch().location())
                .add("folders", Json.createArrayBuilder(image.stores()))
                .add("command", Json.createArrayBuilder(runtime.command()))
                .add("bind", Json.createArrayBuilder(runtime.bind()))
                .add("readOnlyBind", Json.createArrayBuilder(runtime.readOnlyBind()))
                .add("accelerators", Json.createArrayBuilder(runtime.accelerators()))
                .add(
                        "flags",
                        Json.createArrayBuilder(runtime.flagWords(image.launch().flags())))
                .add("binds", binds)
                .add("needs", Json.createArrayBuilder(runtime.needs()));
        return writable ? object.add("writable", Json.createArrayBuilder(runtime.writable())) : object;
    }

    private static JsonObjectBuilder texts(Map<String, String> texts) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        List.copyOf(texts.entrySet()).forEach(entry -> object.add(entry.getKey(), entry.getValue()));
        return object;
    }
}
