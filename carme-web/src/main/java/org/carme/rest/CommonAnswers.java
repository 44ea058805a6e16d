package org.carme.rest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Adds to the description of the API what no resource says for itself: problem documents, and the refusals that are
 * the same everywhere. Resources name the rest by {@code ref}. Used by the build alone.
 */
public class CommonAnswers implements OASFilter {
    private static final Map<String, String> PROBLEMS = Map.of(
            "malformed", "The body is not the JSON expected, or lacks fields",
            "unauthenticated", "No token or password, or not a good one",
            "closed", "account-locked or account-expired",
            "not-found", "No such thing, or not the caller's",
            "conflict", "Somebody has changed it meanwhile, or it is in use",
            "refused", "A rule forbids it; not-permitted also if the token lacks the scope",
            "throttled", "login-throttled: too many wrong passwords",
            "unavailable", "directory-unavailable, cluster-unavailable or, of a start, maintenance: try again later");

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
        item.getOperations().values().stream()
                .filter(CommonAnswers::needsLogin)
                .forEach(operation -> operation.setResponses(completed(operation, path.contains("{"))));
    }

    private static boolean needsLogin(Operation operation) {
        List<?> own = operation.getSecurity();
        return own == null || !own.isEmpty();
    }

    private static APIResponses completed(Operation operation, boolean namesOne) {
        Map<String, APIResponse> answers =
                new TreeMap<>(operation.getResponses().getAPIResponses());
        answers.put("401", OASFactory.createAPIResponse().ref("unauthenticated"));
        answers.put("422", OASFactory.createAPIResponse().ref("refused"));
        if (namesOne) {
            answers.put("404", OASFactory.createAPIResponse().ref("not-found"));
        }
        APIResponses sorted = OASFactory.createAPIResponses();
        answers.forEach(sorted::addAPIResponse);
        return sorted;
    }
}
