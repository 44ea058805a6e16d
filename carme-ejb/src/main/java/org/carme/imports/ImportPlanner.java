package org.carme.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.common.CarmeException;
import org.carme.images.ImageReference;
import org.carme.images.RegisteredVersion;
import org.carme.images.VersionNames;
import org.carme.images.VersionState;
import org.carme.imports.ImportPlan.Row;
import org.carme.imports.ImportPlan.Status;
import org.carme.users.Person;

/** Compares what lies in a store with the catalogue. */
@ApplicationScoped
class ImportPlanner {
    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::status).thenComparing(row -> row.image().location());

    @Inject
    VersionNames versions;

    @Inject
    ImportRepository files;

    @Inject
    ImportRules rules;

    /** @param author who would register what is new */
    ImportPlan plan(String folder, StoreContents contents, Person author) {
        List<RegisteredVersion> registered = versions.registered();
        Map<String, RegisteredVersion> byName = registered.stream()
                .collect(Collectors.toMap(version -> version.name().text(), Function.identity()));
        Set<String> places =
                registered.stream().map(RegisteredVersion::location).collect(Collectors.toSet());
        List<Row> rows = new ArrayList<>(registeredRows(folder, contents, registered));
        Set<String> taken = new HashSet<>();
        contents.found().stream()
                .filter(found -> !places.contains(found.location()))
                .map(found -> row(found, byName, taken, author))
                .forEach(rows::add);
        rows.sort(ORDER);
        return new ImportPlan(folder, contents.at(), rows, contents.entries(), contents.cut());
    }

    private List<Row> registeredRows(String folder, StoreContents contents, List<RegisteredVersion> registered) {
        Map<Long, ImageFiles> known = files.files();
        Map<String, Optional<String>> seen = contents.seen();
        return registered.stream()
                .filter(version -> version.location().startsWith(folder + "/"))
                .filter(version -> version.state() != VersionState.DISABLED && seen.containsKey(version.location()))
                .map(version -> row(
                        version,
                        seen.get(version.location()),
                        Optional.ofNullable(known.get(version.name().id()))))
                .toList();
    }

    private static Row row(RegisteredVersion version, Optional<String> seen, Optional<ImageFiles> known) {
        ProposedImage image = new ProposedImage(
                version.location(),
                version.name().image(),
                version.name().version(),
                "",
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                seen);
        Status status = seen.map(print -> known.filter(files -> files.differs(version.location(), print))
                                .isPresent()
                        ? Status.CHANGED
                        : Status.UNCHANGED)
                .orElse(Status.MISSING);
        return new Row(status, image, "", "", Optional.empty());
    }

    private Row row(FoundImage found, Map<String, RegisteredVersion> byName, Set<String> taken, Person author) {
        ProposedImage image = proposed(found);
        String declaredIn = found.declaration().file();
        try {
            found.why().ifPresent(why -> {
                throw why;
            });
            Registration registration = rules.check(image, ImportDefaults.NONE, author);
            requireFree(image, byName, taken);
            return new Row(Status.NEW, image, registration.spec().content().runtime(), declaredIn, Optional.empty());
        } catch (CarmeException why) {
            return new Row(Status.UNFIT, image, "", declaredIn, Optional.of(why));
        }
    }

    private static ProposedImage proposed(FoundImage found) {
        ImageDeclaration declared = found.declaration();
        String name = declared.name().orElse(found.naming().name());
        return new ProposedImage(
                found.location(),
                name,
                declared.version().orElse(found.naming().version()),
                declared.title().orElse(name),
                declared.description().orElse(""),
                declared.runtime(),
                declared.entryPoints(),
                found.bytes(),
                found.fingerprint());
    }

    private static void requireFree(ProposedImage image, Map<String, RegisteredVersion> byName, Set<String> taken) {
        String reference = ImageReference.text(image.name(), image.version());
        if (byName.containsKey(reference)) {
            throw UnfitImageException.taken(reference, byName.get(reference).location());
        }
        if (!taken.add(reference)) {
            throw UnfitImageException.twice(reference);
        }
    }
}
