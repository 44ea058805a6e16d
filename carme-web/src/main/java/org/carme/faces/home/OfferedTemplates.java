package org.carme.faces.home;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.templates.StartOptionsService;
import org.carme.templates.TemplateOption;
import org.carme.web.security.CurrentUser;

/** What the user may start now, read once per request: the form asks for it many times. */
@RequestScoped
class OfferedTemplates {
    @Inject
    StartOptionsService options;

    @Inject
    CurrentUser currentUser;

    private List<TemplateOption> templates;

    @PostConstruct
    void load() {
        templates = options.options(currentUser.getName()).templates().stream()
                .filter(template -> !template.acceleratorTypes().isEmpty())
                .toList();
    }

    List<TemplateOption> templates() {
        return templates;
    }
}
