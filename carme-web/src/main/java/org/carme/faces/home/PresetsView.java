package org.carme.faces.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.carme.presets.Preset;
import org.carme.presets.PresetService;
import org.carme.templates.Template;
import org.carme.templates.TemplateOption;
import org.carme.web.security.CurrentUser;

/** Backs the presets below the start form. */
@Named
@RequestScoped
public class PresetsView {
    @Inject
    PresetService presets;

    @Inject
    StartForm form;

    @Inject
    CurrentUser currentUser;

    private List<Preset> own;
    private String title;

    /** Keeps what stands in the form under the title typed. */
    public void save() {
        StartChoice choice = form.getChoice();
        Optional<TemplateOption> template = form.template();
        presets.save(
                currentUser.getName(),
                new Preset(
                        title == null ? "" : title,
                        template.map(TemplateOption::name).orElse(""),
                        template.map(TemplateOption::project),
                        choice.type == null ? Template.CPU : choice.type,
                        form.isCpuOnly() ? 0 : choice.perNode,
                        choice.nodes,
                        choice.image,
                        choice.minutes,
                        choice.data()));
        own = null;
        title = null;
    }

    public void remove(String unwanted) {
        presets.remove(currentUser.getName(), unwanted);
        own = null;
    }

    public List<Preset> getOwn() {
        if (own == null) {
            own = presets.of(currentUser.getName());
        }
        return own;
    }

    /** @return the title as part of an address */
    public String address(Preset preset) {
        return URLEncoder.encode(preset.title(), StandardCharsets.UTF_8);
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}
