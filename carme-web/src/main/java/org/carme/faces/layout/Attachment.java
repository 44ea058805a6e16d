package org.carme.faces.layout;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import org.carme.export.CsvTable;
import org.carme.export.Download;

/** Sends a table instead of the page that was asked for. */
public final class Attachment {
    private Attachment() {}

    /** @param name of the file, without its ending: letters, digits and hyphens */
    public static void send(String name, Download download) throws IOException {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext response = context.getExternalContext();
        response.setResponseContentType(CsvTable.MEDIA_TYPE);
        response.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        download.writeTo(response.getResponseOutputStream());
        context.responseComplete();
    }
}
