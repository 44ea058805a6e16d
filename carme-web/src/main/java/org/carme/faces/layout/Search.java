package org.carme.faces.layout;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a table shows, as it stands in the page's address: the text looked for, the order and the part. */
public final class Search<E extends Enum<E>> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Sorting<E> sorting;
    private String text;
    private String after;

    /** @param standard what comes first when nothing is chosen */
    public Search(E standard) {
        sorting = new Sorting<>(standard);
    }

    /** @return empty if all are looked for */
    public String wanted() {
        return text == null ? "" : text.strip();
    }

    public E order() {
        return sorting.order();
    }

    /** @return the last row of the part before, empty for the first part */
    public Optional<String> seen() {
        return Optional.ofNullable(after).filter(key -> !key.isEmpty());
    }

    /** @return the same from its beginning as part of an address */
    public String getAddress() {
        return address(null);
    }

    /** @return the part that follows a row as part of an address */
    public String address(String last) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("text", text);
        values.put("sort", sorting.forAddress());
        values.put("after", last);
        return Address.of(values);
    }

    /** @return the text alone as part of an address, for other orders */
    public String getFilters() {
        return Address.of(Map.of("text", wanted()));
    }

    /** @return whether not all are looked for */
    public boolean isFilled() {
        return !wanted().isEmpty();
    }

    public Sorting<E> getSorting() {
        return sorting;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
