package org.carme.agents;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The services that jobs offer, one file each: a site adds its own without touching the portal. Read once, at the
 * start; jobs keep the declarations under which they were started.
 */
@ApplicationScoped
public class EntryPointCatalogue {
    private static final String SUFFIX = ".json";

    @Inject
    AgentSettings settings;

    private List<EntryPointDeclaration> declarations = List.of();

    @PostConstruct
    void load() {
        declarations = read(settings.entryPointsFolder());
    }

    /** @return all, ordered by file name */
    public List<EntryPointDeclaration> declarations() {
        return declarations;
    }

    /** @throws IllegalStateException naming configuration key, file and the file's key that is wrong */
    static List<EntryPointDeclaration> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .map(EntryPointCatalogue::readFile)
                    .toList();
        } catch (IOException e) {
            throw failure(folder, e.toString(), e);
        }
    }

    private static EntryPointDeclaration readFile(Path file) {
        try {
            EntryPointDeclaration declaration = DeclarationReader.read(file);
            DeclarationRules.check(declaration);
            if (!file.getFileName().toString().equals(declaration.name() + SUFFIX)) {
                throw new IllegalArgumentException("name: differs from the file's");
            }
            return declaration;
        } catch (IOException e) {
            throw failure(file, e.toString(), e);
        } catch (IllegalArgumentException e) {
            throw failure(file, e.getMessage(), e);
        }
    }

    private static IllegalStateException failure(Path where, String what, Exception cause) {
        return new IllegalStateException(AgentSettings.ENTRY_POINTS_KEY + ": " + where + ": " + what, cause);
    }
}
