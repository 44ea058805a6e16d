package org.carme.faces.images;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.carme.agents.EntryPointCatalogue;
import org.carme.agents.EntryPointDeclaration;
import org.carme.faces.layout.SizeTexts;
import org.carme.faces.layout.Texts;
import org.carme.images.ImageBind;
import org.carme.images.RuntimeCatalogue;
import org.carme.images.RuntimeDeclaration;
import org.carme.images.VersionContent;

/** What a version consists of in words. */
@Named
@RequestScoped
public class VersionTexts {
    @Inject
    RuntimeCatalogue runtimes;

    @Inject
    EntryPointCatalogue entryPoints;

    @Inject
    SizeTexts sizes;

    @Inject
    Texts texts;

    /** @return what people call it; one that is no longer declared has its name alone */
    public String runtime(String name) {
        return name.equals(RuntimeDeclaration.NONE.name())
                ? texts.text("images.runtime.none")
                : runtimes.find(name).map(RuntimeDeclaration::title).orElse(name);
    }

    public String bind(ImageBind bind) {
        return texts.text(
                bind.readOnly() ? "images.bind.readOnly" : "images.bind.writable", bind.source(), bind.target());
    }

    public String flags(VersionContent content) {
        RuntimeDeclaration runtime = runtimes.find(content.runtime()).orElse(RuntimeDeclaration.NONE);
        return content.flags().stream()
                .map(flag -> runtime.flags().containsKey(flag)
                        ? runtime.flags().get(flag).title()
                        : flag)
                .collect(Collectors.joining(", "));
    }

    /** @return the titles of those that it offers */
    public String entryPoints(VersionContent content) {
        List<EntryPointDeclaration> declared = entryPoints.declarations();
        return content.entryPoints().isEmpty()
                ? texts.text("images.entryPoints.all")
                : content.entryPoints().stream()
                        .map(name -> declared.stream()
                                .filter(entry -> entry.name().equals(name))
                                .findFirst()
                                .map(EntryPointDeclaration::title)
                                .orElse(name))
                        .collect(Collectors.joining(", "));
    }

    public String size(long bytes) {
        return sizes.bytes(bytes);
    }

    /** @return a field's value as people read it */
    public String value(String field, String value) {
        if (value.isEmpty()) {
            return field.equals("entryPoints") ? texts.text("images.entryPoints.all") : "–";
        }
        return switch (field) {
            case "runtime" -> runtime(value);
            case "bytes" -> size(Long.parseLong(value));
            case "accelerators" -> texts.text(Boolean.parseBoolean(value) ? "images.yes" : "images.no");
            default -> value;
        };
    }
}
