package org.carme.docs;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Plain full text: a section is found if it, its heading and its document's title have all the words. */
final class DocumentSearch {
    private static final int MOST = 30;
    private static final int MOST_WORDS = 8;
    private static final int BEFORE = 60;
    private static final int EXCERPT = 200;
    private static final int OF_TITLE = 20;
    private static final int OF_HEADING = 10;
    private static final int OF_TEXT = 5;

    private final Collection<Document> documents;

    DocumentSearch(Collection<Document> documents) {
        this.documents = documents;
    }

    /** @return the best first, at most 30; none without words */
    List<SearchHit> find(String text) {
        List<String> words = Stream.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return documents.stream()
                .flatMap(document -> document.sections().stream()
                        .map(section -> new Found(document, section, score(document, section, words))))
                .filter(found -> found.score() > 0)
                .sorted(Comparator.comparingInt(Found::score).reversed())
                .limit(MOST)
                .map(found -> found.hit(words))
                .toList();
    }

    private static int score(Document document, Document.Section section, List<String> words) {
        int score = 0;
        for (String word : words) {
            int ofWord = (has(document.title(), word) ? OF_TITLE : 0)
                    + (has(section.heading(), word) ? OF_HEADING : 0)
                    + (has(section.text(), word) ? OF_TEXT : 0);
            if (ofWord == 0) {
                return 0;
            }
            score += ofWord;
        }
        return score;
    }

    private static boolean has(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }

    private record Found(Document document, Document.Section section, int score) {
        SearchHit hit(List<String> words) {
            String text = section.text();
            int first = words.stream()
                    .mapToInt(word -> text.toLowerCase(Locale.ROOT).indexOf(word))
                    .filter(at -> at >= 0)
                    .min()
                    .orElse(0);
            int from = first <= BEFORE ? 0 : text.lastIndexOf(' ', first - BEFORE) + 1;
            int to = Math.min(text.length(), from + EXCERPT);
            String excerpt = (from > 0 ? "… " : "") + text.substring(from, to) + (to < text.length() ? " …" : "");
            return new SearchHit(document, section.anchor(), section.heading(), excerpt);
        }
    }
}
