package org.carme.faces.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carme.agents.EntryPointCatalogue;
import org.carme.common.CarmeException;
import org.carme.common.InvalidRequestException;
import org.carme.faces.layout.Appearance;
import org.carme.faces.layout.Texts;
import org.carme.images.RuntimeCatalogue;
import org.carme.images.RuntimeDeclaration;
import org.carme.texts.ErrorTexts;

/** What stores hold, in words, and what can be chosen for it. */
@Named
@RequestScoped
public class ImportTexts {
    @Inject
    Texts texts;

    @Inject
    ErrorTexts errors;

    @Inject
    Appearance appearance;

    @Inject
    RuntimeCatalogue runtimes;

    @Inject
    EntryPointCatalogue entryPoints;

    /** @return why something is unfit, with the field that is wrong before it, if one is */
    String reason(CarmeException why) {
        String text = errors.text(why, appearance.getLocale());
        return why instanceof InvalidRequestException invalid
                ? invalid.field().map(field -> field + ": " + text).orElse(text)
                : text;
    }

    String lookingAtAll() {
        return texts.text("imports.lookingAtAll");
    }

    public String looking(int entries) {
        return texts.text("imports.looking", entries);
    }

    public String cut(int entries) {
        return texts.text("imports.cut", entries);
    }

    /** @return those that can enter anything that lies in a store */
    public List<RuntimeDeclaration> getRuntimes() {
        return runtimes.declarations().stream()
                .filter(RuntimeDeclaration::takesPaths)
                .toList();
    }

    /** @return titles by name */
    public Map<String, String> getEntryPoints() {
        Map<String, String> titles = new LinkedHashMap<>();
        entryPoints.declarations().forEach(entry -> titles.put(entry.name(), entry.title()));
        return titles;
    }
}
