package org.carme.rest.projects;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.carme.export.CsvTable;
import org.carme.export.HoursExport;
import org.carme.inventory.AcceleratorTypes;
import org.carme.inventory.DescribedTypes;
import org.carme.quotas.HoursOrder;
import org.carme.quotas.MemberHours;
import org.carme.quotas.ProjectHours;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The hours of anybody's project, for administrators. */
@Path("admin/projects/{slug}/use/hours")
@RequestScoped
public class AdminProjectHoursResource {
    @Inject
    ProjectHours hours;

    @Inject
    AcceleratorTypes types;

    @Context
    SecurityContext security;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Hours that each member uses in the present period")
    public List<MemberHoursDto> list(
            @PathParam("slug") String slug, @QueryParam("period") @DefaultValue("MONTH") String period) {
        DescribedTypes described = types.described();
        return found(slug, period).stream()
                .map(row -> MemberHoursDto.of(row, described))
                .toList();
    }

    @GET
    @Path("export")
    @Produces(CsvTable.MEDIA_TYPE)
    @Operation(summary = "The same as a table")
    @APIResponse(
            responseCode = "200",
            description = "One member and accelerator type a line",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public StreamingOutput export(
            @PathParam("slug") String slug, @QueryParam("period") @DefaultValue("MONTH") String period) {
        return HoursExport.of(found(slug, period))::writeTo;
    }

    private List<MemberHours> found(String slug, String period) {
        return hours.ofAny(
                security.getUserPrincipal().getName(), slug, ProjectHoursResource.period(period), HoursOrder.USER);
    }
}
