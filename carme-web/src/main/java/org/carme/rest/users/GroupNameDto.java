package org.carme.rest.users;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a group is called in the directory now. */
@Schema(name = "GroupName")
public record GroupNameDto(@NotNull String name) {}
