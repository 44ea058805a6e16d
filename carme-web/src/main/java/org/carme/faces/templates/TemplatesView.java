package org.carme.faces.templates;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.faces.layout.Texts;
import org.carme.faces.layout.TypeTexts;
import org.carme.templates.TemplateAdministration;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/templates.xhtml}. */
@Named
@RequestScoped
public class TemplatesView {
    @Inject
    TemplateAdministration templates;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    @Inject
    TypeTexts types;

    private List<TemplateRow> rows;

    @PostConstruct
    void load() {
        rows = templates.list(currentUser.getName()).stream()
                .map(details -> new TemplateRow(details, texts, types))
                .toList();
    }

    public List<TemplateRow> getRows() {
        return rows;
    }
}
