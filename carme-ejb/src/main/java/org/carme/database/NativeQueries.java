package org.carme.database;

import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** What repositories that speak SQL have in common. */
public final class NativeQueries {
    private NativeQueries() {}

    /** @return the same query, its marks filled in that order */
    public static Query filled(Query query, Object... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }

    /** @return the rows of a query for several columns */
    public static List<Object[]> rows(Query query) {
        return column(query, Object[].class);
    }

    /** @return the values of a query for one column */
    public static <T> List<T> column(Query query, Class<T> type) {
        return ((List<?>) query.getResultList()).stream().map(type::cast).toList();
    }

    /** @return marks for these values, behind {@code IN}; there must be any */
    public static String marks(Collection<?> values) {
        return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }
}
