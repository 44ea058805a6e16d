package org.carme.faces.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.carme.templates.AcceleratorOption;
import org.carme.templates.ImageOption;
import org.carme.templates.TemplateOption;

/** Puts back into the start form what the browser has kept over a login or a reload, as far as it is still offered. */
@Named
@RequestScoped
public class KeptChoice {
    private static final String PREFIX = "kept-";

    @Inject
    StartForm form;

    @Inject
    ExternalContext external;

    public void restore() {
        StartChoice choice = form.getChoice();
        kept("template", form.getTemplates().stream().map(TemplateOption::key).toList())
                .ifPresent(choice::setTemplate);
        form.templateChosen();
        kept("type", form.getTypes().stream().map(AcceleratorOption::name).toList())
                .ifPresent(choice::setType);
        form.typeChosen();
        kept("image", form.getImages().stream().map(ImageOption::name).toList()).ifPresent(choice::setImage);
        kept("perNode", form.getPerNodeChoices()).ifPresent(choice::setPerNode);
        form.perNodeChosen();
        kept("nodes", form.getNodeChoices()).ifPresent(choice::setNodes);
        kept("minutes", form.getTimeChoices()).ifPresent(choice::setMinutes);
        choice.setName(external.getRequestParameterMap().get(PREFIX + "name"));
    }

    private <T> Optional<T> kept(String field, List<T> offered) {
        String value = external.getRequestParameterMap().get(PREFIX + field);
        return offered.stream().filter(one -> one.toString().equals(value)).findFirst();
    }
}
