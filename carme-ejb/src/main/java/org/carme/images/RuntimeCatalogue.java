package org.carme.images;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.declarations.DeclarationFolder;

/** The runtimes that images may have, one file each, and the plain process. Read once, at the start. */
@ApplicationScoped
public class RuntimeCatalogue {
    @Inject
    ImageSettings settings;

    private List<RuntimeDeclaration> declarations = List.of();

    @PostConstruct
    void load() {
        declarations = read(settings.runtimesFolder());
    }

    /** @return all, the plain process first, then by name */
    public List<RuntimeDeclaration> declarations() {
        return declarations;
    }

    /** @return empty if it is not declared, or not any more */
    public Optional<RuntimeDeclaration> find(String name) {
        return declarations.stream()
                .filter(declaration -> declaration.name().equals(name))
                .findFirst();
    }

    /** @throws IllegalStateException naming configuration key, file and the file's key that is wrong */
    static List<RuntimeDeclaration> read(Path folder) {
        List<RuntimeDeclaration> declared =
                new DeclarationFolder(ImageSettings.RUNTIMES_KEY, folder).read(RuntimeReader::read);
        return Stream.concat(Stream.of(RuntimeDeclaration.NONE), declared.stream())
                .toList();
    }
}
