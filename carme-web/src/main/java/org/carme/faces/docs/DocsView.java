package org.carme.faces.docs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.docs.Document;
import org.carme.docs.DocumentGroup;
import org.carme.docs.Documentation;
import org.carme.docs.SearchHit;

/** Backs {@code docs.xhtml}: one document, or what a search has found. */
@Named
@RequestScoped
public class DocsView {
    private static final int LONGEST = 200;

    @Inject
    Documentation documentation;

    private String page = Documentation.CONTENTS;
    private String search;
    private Document document;
    private List<SearchHit> hits = List.of();

    /** Called when the address has been read. */
    public void load() {
        if (isSearched()) {
            hits = documentation.find(search.substring(0, Math.min(search.length(), LONGEST)));
        } else {
            document = documentation.get(page);
        }
    }

    public boolean isSearched() {
        return search != null && !search.isBlank();
    }

    public List<DocumentGroup> getGroups() {
        return documentation.groups();
    }

    /** @return none if there is none at the address, or a search is shown */
    public Document getDocument() {
        return document;
    }

    public List<SearchHit> getHits() {
        return hits;
    }

    public String getPage() {
        return page;
    }

    /** @param page nothing: the table of contents */
    public void setPage(String page) {
        this.page = page == null ? Documentation.CONTENTS : page;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }
}
