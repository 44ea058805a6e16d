package org.carme.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The groups of documents, as the table of contents has them: a bold name, then links. */
final class Contents {
    private static final String LINK = "docs.xhtml?page=";
    private static final String DECISIONS = "docs/adr/";

    private Contents() {}

    /** @param documents all, by path; decisions need not be listed one by one */
    static List<DocumentGroup> groups(Document contents, SortedMap<String, Document> documents) {
        Map<String, List<Document>> groups = new LinkedHashMap<>();
        String group = contents.title();
        for (Element found :
                Jsoup.parseBodyFragment(contents.html()).body().select("p > strong, a[href^=" + LINK + "]")) {
            if (found.nameIs("strong")) {
                group = found.text();
                continue;
            }
            String path = found.attr("href").substring(LINK.length());
            if (!path.startsWith(DECISIONS)) {
                groups.computeIfAbsent(group, title -> new ArrayList<>())
                        .add(documents.get(path.replaceFirst("#.*", "")));
            }
        }
        List<DocumentGroup> all = new ArrayList<>();
        groups.forEach((title, members) ->
                all.add(new DocumentGroup(title, members.stream().distinct().toList())));
        all.add(new DocumentGroup(
                "Decisions",
                documents.tailMap(DECISIONS).values().stream()
                        .filter(document -> document.path().startsWith(DECISIONS))
                        .toList()));
        return List.copyOf(all);
    }
}
