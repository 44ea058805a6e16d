package org.carme.rest.builds;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.carme.builds.BuildStep;
import org.carme.common.InvalidRequestException;
import org.carme.rest.bodies.Required;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing to be done in the copy of the base; which members it has depends on its kind. */
@Schema(name = "BuildStep")
public record BuildStepDto(
        @NotNull @Schema(enumeration = {"apt", "pip", "conda", "file", "environment", "run"})
        String kind,

        @Schema(description = "Of apt, pip and conda") List<@NotNull String> packages,

        @Schema(description = "Of a file: absolute, in the image")
        String path,

        @Schema(description = "Of a file") String text,

        @Schema(description = "Of a file", defaultValue = "false")
        Boolean executable,

        @Schema(description = "Of a variable of the environment")
        String name,

        @Schema(description = "Of a variable of the environment")
        String value,

        @Schema(description = "Lines for /bin/sh, of run") String script) {

    private static final String KINDS = "apt, pip, conda, file, environment, run";

    BuildStep step() {
        return switch (kind) {
            case "apt" -> new BuildStep.Apt(Required.value("packages", packages));
            case "pip" -> new BuildStep.Pip(Required.value("packages", packages));
            case "conda" -> new BuildStep.Conda(Required.value("packages", packages));
            case "file" ->
                new BuildStep.PutFile(
                        Required.value("path", path), Required.value("text", text), executable != null && executable);
            case "environment" ->
                new BuildStep.Environment(Required.value("name", name), Required.value("value", value));
            case "run" -> new BuildStep.Run(Required.value("script", script));
            default -> throw InvalidRequestException.naming("kind", "invalid-request.one-of", KINDS);
        };
    }
}
