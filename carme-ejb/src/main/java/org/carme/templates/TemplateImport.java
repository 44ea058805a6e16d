package org.carme.templates;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.carme.common.CarmeException;
import org.carme.configuration.ConfigurationFile;
import org.carme.configuration.FileObject;
import org.carme.database.Schema;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives an empty installation its first templates and images, from the file {@code carme.templates.file}. An
 * installation that has templates is left alone.
 */
@Singleton
@Startup
public class TemplateImport {
    private static final String KEY = "carme.templates.file";

    @Inject
    Schema schema;

    @Inject
    TemplateRepository templates;

    @Inject
    @ConfigProperty(name = KEY)
    Optional<String> file;

    @PostConstruct
    void fillEmpty() {
        schema.ready();
        if (file.isPresent() && templates.isEmpty()) {
            fill(Path.of(file.get()));
        }
    }

    private void fill(Path path) {
        try {
            FileObject read = ConfigurationFile.read(Files.readString(path));
            List<ImageOption> images = read.objects("images").stream()
                    .map(image -> new ImageOption(image.text("name"), image.text("title"), image.text("description")))
                    .toList();
            List<Template> first =
                    read.objects("templates").stream().map(TemplateFields::read).toList();
            first.forEach(template -> TemplateRules.check(template, images));
            templates.add(images, first);
        } catch (IOException | CarmeException e) {
            throw new IllegalStateException(KEY + " = " + path + ": " + e.getMessage(), e);
        }
    }
}
