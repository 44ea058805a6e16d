package org.carme.docs;

import java.util.List;

/** Documents of one kind for one kind of reader, such as <em>How to, for users</em>. */
public record DocumentGroup(String title, List<Document> documents) {
    /** @return whether the document is one of them */
    public boolean contains(String path) {
        return documents.stream().anyMatch(document -> document.path().equals(path));
    }
}
