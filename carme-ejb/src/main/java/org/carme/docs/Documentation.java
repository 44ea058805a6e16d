package org.carme.docs;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The documents that come with the application; there is nothing secret in them. */
@ApplicationScoped
public class Documentation {
    /** The table of contents, with which a reader begins. */
    public static final String CONTENTS = "docs/README.md";

    private final SortedMap<String, Document> documents = new TreeMap<>();
    private List<DocumentGroup> groups;
    private DocumentSearch search;

    @PostConstruct
    void read() {
        SortedMap<String, String> files = DocumentFiles.read();
        SortedSet<String> known = new TreeSet<>(files.keySet());
        files.forEach((path, text) -> documents.put(path, DocumentReader.read(path, text, known)));
        groups = Contents.groups(documents.get(CONTENTS), documents);
        search = new DocumentSearch(documents.values());
    }

    /** @throws DocumentNotFoundException if there is none at that path */
    public Document get(String path) {
        return Optional.ofNullable(documents.get(path)).orElseThrow(() -> new DocumentNotFoundException(path));
    }

    /** @return all but the table of contents, in its order */
    public List<DocumentGroup> groups() {
        return groups;
    }

    /** @return sections that have all the words, the best first */
    public List<SearchHit> find(String words) {
        return search.find(words);
    }
}
