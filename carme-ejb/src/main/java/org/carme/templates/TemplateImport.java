package org.carme.templates;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
            TemplateFile read = read(Path.of(file.get()));
            templates.add(read.images(), read.templates());
        }
    }

    private static TemplateFile read(Path path) {
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return TemplateFile.read(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(KEY + " = " + path + ": " + e.getMessage(), e);
        }
    }
}
