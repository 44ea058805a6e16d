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
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.common.CarmeException;
import org.carme.configuration.ConfigurationFile;
import org.carme.configuration.FileObject;
import org.carme.database.Schema;
import org.carme.images.FirstImages;
import org.carme.images.ImageAccess;
import org.carme.images.ImageProfile;
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
    FirstImages images;

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
            List<ImageProfile> first = read.objects("images").stream()
                    .map(image -> new ImageProfile(
                            image.text("name"),
                            image.text("title"),
                            image.text("description"),
                            ImageAccess.everybody()))
                    .toList();
            Set<String> names = first.stream().map(ImageProfile::name).collect(Collectors.toSet());
            List<Template> wanted =
                    read.objects("templates").stream().map(TemplateFields::read).toList();
            wanted.forEach(template -> TemplateRules.check(template, names));
            images.add(first);
            wanted.forEach(templates::add);
        } catch (IOException | CarmeException e) {
            throw new IllegalStateException(KEY + " = " + path + ": " + e.getMessage(), e);
        }
    }
}
