package org.carme.rest.images;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;
import org.carme.images.ImageQuery;
import org.carme.images.VersionState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which images to look for. */
public class ImageFilter {
    @QueryParam("text")
    @Parameter(description = "Part of the name, the title or the description")
    String text;

    @QueryParam("state")
    @Parameter(schema = @Schema(enumeration = {"draft", "active", "deprecated", "disabled"}))
    String state;

    @QueryParam("runtime")
    @Parameter(description = "Of one of its versions")
    String runtime;

    @QueryParam("after")
    @Parameter(description = "next of the part before")
    String after;

    ImageQuery query() {
        return new ImageQuery(
                Optional.ofNullable(text),
                Optional.ofNullable(state).map(ImageFilter::state),
                Optional.ofNullable(runtime),
                Optional.ofNullable(after));
    }

    static VersionState state(String word) {
        return Stream.of(VersionState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> InvalidRequestException.naming("state", "invalid-request.field"));
    }
}
