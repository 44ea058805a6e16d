package org.carme.agents;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.carme.declarations.DeclarationFolder;

/**
 * The services that jobs offer, one file each: a site adds its own without touching the portal. Read once, at the
 * start; jobs keep the declarations under which they were started.
 */
@ApplicationScoped
public class EntryPointCatalogue {
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
        DeclarationFolder files = new DeclarationFolder(AgentSettings.ENTRY_POINTS_KEY, folder);
        List<EntryPointDeclaration> all = files.read(json -> {
            EntryPointDeclaration declaration = DeclarationReader.read(json);
            DeclarationRules.check(declaration);
            return declaration;
        });
        StartOrder order = new StartOrder(all);
        files.read(json -> order.check(json.text("name")));
        return all;
    }
}
