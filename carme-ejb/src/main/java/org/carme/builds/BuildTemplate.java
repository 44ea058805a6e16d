package org.carme.builds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.carme.templates.TaskTemplates;

/** The template for builds is for nothing else: its partition is no way round the limits of the others. */
@ApplicationScoped
class BuildTemplate implements TaskTemplates {
    @Inject
    BuildSettings settings;

    @Override
    public boolean include(String template) {
        return settings.template().filter(template::equals).isPresent();
    }
}
