package org.carme.rest.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.carme.imports.VersionFiles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The files of a version, for image managers. */
@Path("admin/images/{name}/versions/{tag}/files/acceptance")
@RequestScoped
public class AdminFilesResource {
    @Inject
    VersionFiles files;

    @Context
    SecurityContext security;

    @POST
    @Operation(summary = "Take the files as they were seen last for those that belong to the version")
    @APIResponse(responseCode = "204", description = "Done, or they have not changed")
    public void accept(@PathParam("name") String name, @PathParam("tag") String tag) {
        files.accept(security.getUserPrincipal().getName(), name, tag);
    }
}
