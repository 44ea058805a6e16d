package org.carme.faces.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.carme.export.Download;
import org.carme.export.PersonalExport;
import org.carme.faces.layout.Texts;
import org.carme.people.MyData;
import org.carme.web.security.CurrentUser;

/** Backs {@code mydata.xhtml}. */
@Named
@RequestScoped
public class MyDataView {
    @Inject
    MyData data;

    @Inject
    PersonalExport export;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private String file;

    /** Sends the file instead of the page where that is asked for. */
    public void load() throws IOException {
        if ("json".equals(file)) {
            Download download = export.of(currentUser.getName());
            FacesContext context = FacesContext.getCurrentInstance();
            ExternalContext response = context.getExternalContext();
            response.setResponseContentType("application/json");
            response.setResponseHeader("Content-Disposition", PersonalExport.DISPOSITION);
            download.writeTo(response.getResponseOutputStream());
            context.responseComplete();
        }
    }

    public List<KeptRow> getKept() {
        return data.overview(currentUser.getName()).stream()
                .map(kept -> new KeptRow(kept, texts))
                .toList();
    }

    public String getFile() {
        return file;
    }

    public void setFile(String file) {
        this.file = file;
    }
}
