package org.carme.faces.templates;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carme.common.Part;
import org.carme.faces.layout.Bulk;
import org.carme.faces.layout.Search;
import org.carme.faces.layout.Texts;
import org.carme.faces.layout.TypeTexts;
import org.carme.templates.TemplateAdministration;
import org.carme.templates.TemplateDetails;
import org.carme.templates.TemplateOrder;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/templates.xhtml}. */
@Named
@ViewScoped
public class TemplatesView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    TemplateAdministration templates;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    @Inject
    TypeTexts types;

    @Inject
    Bulk bulk;

    private final Search<TemplateOrder> search = new Search<>(TemplateOrder.NAME);
    private transient Part<TemplateDetails> part;

    public List<TemplateRow> getRows() {
        Map<String, String> images = templates.images(currentUser.getName());
        return getPart().rows().stream()
                .map(details -> new TemplateRow(details, images, texts, types))
                .toList();
    }

    public Part<TemplateDetails> getPart() {
        if (part == null) {
            part = templates.find(currentUser.getName(), search.wanted(), search.order(), search.seen());
        }
        return part;
    }

    public Search<TemplateOrder> getSearch() {
        return search;
    }

    /** Offers those that are ticked. */
    public void enable() {
        offer(true, "templates.enabledNow");
    }

    /** Offers those that are ticked no more. */
    public void disable() {
        offer(false, "templates.disabledNow");
    }

    private void offer(boolean enabled, String doneKey) {
        change(doneKey, name -> {
            TemplateDetails before = templates.get(currentUser.getName(), name);
            TemplateDetails after =
                    templates.change(currentUser.getName(), before.template().withEnabled(enabled), before.version());
            return () -> templates.change(currentUser.getName(), before.template(), after.version());
        });
    }

    /** Deletes those that are ticked. */
    public void delete() {
        change("templates.deleted", name -> {
            TemplateDetails gone = templates.get(currentUser.getName(), name);
            templates.delete(currentUser.getName(), name, gone.version());
            return () -> templates.create(currentUser.getName(), gone.template());
        });
    }

    private void change(String doneKey, Function<String, Runnable> step) {
        bulk.undoable(doneKey, bulk.ticked(), Function.identity(), step);
        part = null;
    }

    public void undo() {
        bulk.undo();
        part = null;
    }
}
