package org.carme.rest.builds;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.builds.BuildRequest;
import org.carme.builds.Recipe;
import org.carme.builds.RecipeFormat;
import org.carme.common.InvalidRequestException;
import org.carme.rest.bodies.Required;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version to be made: by base and steps, or by a recipe. */
@Schema(name = "BuildWish")
public record BuildWishDto(
        @NotNull
        @Schema(pattern = "[a-z0-9][a-z0-9._-]{0,63}", description = "One of my images, or one that there is not yet")
        String image,

        @NotNull @Schema(pattern = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
        String version,

        @Schema(description = "Image to begin with, or image:version; not with a recipe")
        String base,

        @Schema(description = "What is done in a copy of the base; not with a recipe")
        List<@NotNull @Valid BuildStepDto> steps,

        @Schema(
                enumeration = {"dockerfile", "apptainer"},
                description = "Of the recipe")
        String format,

        @Schema(description = "A subset of a Dockerfile or of a definition file", maxLength = 65_536)
        String recipe,

        @Min(1) @Max(525_600) @Schema(description = "Left out: as the site has chosen")
        Integer timeLimitMinutes) {

    BuildRequest request(Optional<String> key) {
        Optional<Duration> limit = Optional.ofNullable(timeLimitMinutes).map(Duration::ofMinutes);
        return wanted().with(limit, key);
    }

    private BuildRequest wanted() {
        if (recipe != null) {
            return BuildRequest.written(image, version, writtenFormat(), recipe);
        }
        List<BuildStepDto> wanted = steps == null ? List.of() : steps;
        return BuildRequest.formed(
                image,
                version,
                new Recipe(
                        Required.value("base", base),
                        wanted.stream().map(BuildStepDto::step).toList()));
    }

    private RecipeFormat writtenFormat() {
        return Stream.of(RecipeFormat.values())
                .filter(one -> one != RecipeFormat.FORM && one.name().equalsIgnoreCase(format))
                .findFirst()
                .orElseThrow(() -> InvalidRequestException.about("format", "invalid-request.recipe-format"));
    }
}
