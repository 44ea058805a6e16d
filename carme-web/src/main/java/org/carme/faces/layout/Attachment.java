package org.carme.faces.layout;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import org.carme.export.CsvTable;
import org.carme.export.Download;
import org.carme.export.PdfReport;

/** Sends a file instead of the page that was asked for. */
public final class Attachment {
    private Attachment() {}

    /**
     * Sends a table.
     *
     * @param name of the file, without its ending: letters, digits and hyphens
     */
    public static void send(String name, Download download) throws IOException {
        send(name + ".csv", CsvTable.MEDIA_TYPE, download);
    }

    /** Sends a report to be printed; the name is as of a table. */
    public static void sendPdf(String name, Download download) throws IOException {
        send(name + ".pdf", PdfReport.MEDIA_TYPE, download);
    }

    private static void send(String file, String mediaType, Download download) throws IOException {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext response = context.getExternalContext();
        response.setResponseContentType(mediaType);
        response.setResponseHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        download.writeTo(response.getResponseOutputStream());
        context.responseComplete();
    }
}
