package org.carme.docs;

import java.net.URI;
import java.util.Optional;
import java.util.SortedSet;
import org.carme.markdown.Targets;

/** Links between documents as links between pages; what does not come with the application is not linked. */
final class DocumentLinks implements Targets {
    private final String path;
    private final SortedSet<String> known;

    /** @param path of the document that has the links */
    DocumentLinks(String path, SortedSet<String> known) {
        this.path = path;
        this.known = known;
    }

    @Override
    public Optional<String> link(String destination) {
        if (destination.contains(":")) {
            return Optional.of(destination);
        }
        URI wanted = URI.create(destination);
        String fragment = wanted.getFragment() == null ? "" : "#" + DocumentReader.SECTION + wanted.getFragment();
        return document(resolved(wanted.getPath())).map(found -> "docs.xhtml?page=" + found + fragment);
    }

    @Override
    public Optional<String> image(String destination) {
        return destination.contains(":")
                ? Optional.empty()
                : Optional.of("resources/documents/" + resolved(destination));
    }

    /** A folder is shown by its first document. */
    private Optional<String> document(String wanted) {
        return known.stream()
                .filter(candidate -> candidate.equals(wanted) || (wanted.endsWith("/") && candidate.startsWith(wanted)))
                .findFirst();
    }

    private String resolved(String relative) {
        return relative.isEmpty()
                ? path
                : URI.create(path).resolve(relative).normalize().toString();
    }
}
