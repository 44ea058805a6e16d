package org.carme.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Adds to the description of the API what no resource says for itself: problem documents, and the refusals that are
 * the same everywhere, or wherever a body or a version is sent or a project is changed. Resources name the rest by
 * {@code ref}. Used by the build alone.
 */
public class CommonAnswers implements OASFilter {
    private static final Map<String, String> PROBLEMS = Map.of(
            "malformed", "The body is not the JSON expected, lacks fields, or has others",
            "unauthenticated", "No token or password, or not a good one",
            "closed", "account-locked or account-expired",
            "not-found", "No such thing, or not the caller's",
            "conflict", "Somebody has changed it meanwhile, or it is in use",
            "refused", "A rule forbids it; not-permitted also if the token lacks the scope",
            "throttled", "login-throttled: too many wrong passwords; too-often",
            "unavailable",
                    "database-unavailable, directory-unavailable, cluster-unavailable, backups-unavailable or,"
                            + " of a start, maintenance: try again later");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        new TreeMap<>(PROBLEMS).forEach((name, text) -> api.getComponents().addResponse(name, problem(text)));
        api.getPaths().getPathItems().forEach(CommonAnswers::complete);
    }

    private static APIResponse problem(String text) {
        return OASFactory.createAPIResponse()
                .description(text)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))));
    }

    private static void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            if (needsLogin(operation)) {
                complete(operation, path, method == PathItem.HttpMethod.GET);
            }
        });
    }

    private static void complete(Operation operation, String path, boolean reads) {
        List<Parameter> versions = Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .filter(parameter -> "version".equals(parameter.getName()))
                .toList();
        versions.forEach(version -> version.getSchema().description("The version that the caller has seen"));
        Map<String, String> refusals =
                new TreeMap<>(Map.of("401", "unauthenticated", "422", "refused", "503", "unavailable"));
        if (operation.getRequestBody() != null) {
            refusals.put("400", "malformed");
        }
        if (path.contains("{")) {
            refusals.put("404", "not-found");
        }
        if (!versions.isEmpty() || (path.contains("/projects/") && !reads)) {
            refusals.put("409", "conflict");
        }
        requireSuccess(operation);
        operation.setResponses(completed(operation.getResponses(), refusals));
    }

    private static boolean needsLogin(Operation operation) {
        List<?> own = operation.getSecurity();
        return own == null || !own.isEmpty();
    }

    /** Where a resource names a refusal, its success is no longer found unasked. */
    private static void requireSuccess(Operation operation) {
        if (operation.getResponses().getAPIResponses().keySet().stream().noneMatch(status -> status.startsWith("2"))) {
            throw new IllegalStateException(operation.getOperationId() + " says no answer of success");
        }
    }

    private static APIResponses completed(APIResponses own, Map<String, String> refusals) {
        Map<String, APIResponse> answers = new TreeMap<>(own.getAPIResponses());
        refusals.forEach((status, name) ->
                answers.putIfAbsent(status, OASFactory.createAPIResponse().ref(name)));
        APIResponses sorted = OASFactory.createAPIResponses();
        answers.forEach(sorted::addAPIResponse);
        return sorted;
    }
}
