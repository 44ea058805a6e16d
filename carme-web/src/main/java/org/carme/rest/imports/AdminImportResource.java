package org.carme.rest.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;
import java.util.function.Function;
import org.carme.common.CarmeException;
import org.carme.imports.ImportProgress;
import org.carme.imports.ImportService;
import org.carme.imports.StoreService;
import org.carme.texts.ErrorTexts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What lies in image stores, and its registration; for image managers. */
@Path("admin/images/import")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminImportResource {
    @Inject
    StoreService stores;

    @Inject
    ImportService imports;

    @Inject
    ErrorTexts texts;

    @Context
    SecurityContext security;

    @Context
    HttpHeaders headers;

    @GET
    @Operation(summary = "Compare a store with the catalogue; nothing is changed")
    @APIResponseSchema(value = ImportPlanDto.class, responseDescription = "What became of each location")
    @APIResponse(responseCode = "202", description = "The look goes on: ask again in a second")
    @APIResponse(responseCode = "409", ref = "conflict")
    public Response plan(
            @QueryParam("folder") @DefaultValue("") @Schema(description = "One of carme.images.folders")
                    String folder) {
        ImportProgress progress = stores.plan(user(), folder);
        return progress.plan()
                .map(plan -> Response.ok(ImportPlanDto.of(plan, words())))
                .orElseGet(() -> Response.accepted(ImportPlanDto.looking(folder, progress.entries()))
                        .header(HttpHeaders.RETRY_AFTER, 1))
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Register images as drafts: rows of a plan, or what somebody else has found")
    @APIResponseSchema(value = ImportResultDto.class, responseDescription = "What became of each")
    public ImportResultDto register(@NotNull @Valid ImportDto wanted) {
        return ImportResultDto.of(imports.register(user(), wanted.proposed(), wanted.defaults()), words());
    }

    @POST
    @Path("look")
    @Operation(summary = "Have all stores looked at now, as it is done every night")
    @APIResponse(responseCode = "202", description = "The batch job is started, unless it runs")
    public Response look() {
        stores.lookAtAll(user());
        return Response.accepted().build();
    }

    private Function<CarmeException, String> words() {
        Locale locale = headers.getAcceptableLanguages().stream().findFirst().orElse(Locale.ENGLISH);
        return why -> texts.text(why, locale);
    }

    private String user() {
        return security.getUserPrincipal().getName();
    }
}
