package org.carme.rest.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.carme.imports.VersionFiles;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether the files of an image are as they were registered. */
@Path("images/{name}/files")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FilesResource {
    @Inject
    VersionFiles files;

    @Context
    SecurityContext security;

    @GET
    @Operation(summary = "Versions whose files have changed or are missing")
    public List<FilesMarkDto> marks(@PathParam("name") String name) {
        return files.marks(security.getUserPrincipal().getName(), name).stream()
                .map(FilesMarkDto::of)
                .toList();
    }
}
