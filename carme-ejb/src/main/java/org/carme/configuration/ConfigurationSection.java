package org.carme.configuration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.carme.common.CarmeException;

/**
 * One kind of objects in the file. The methods are called in the transaction that compares or applies it. Objects are
 * compared by their plain values: texts, whole numbers, booleans, lists of texts and maps of whole numbers.
 */
public interface ConfigurationSection {
    /** @return its key in the file, such as {@code templates} */
    String key();

    /** @return its place in the file; sections come after those whose objects theirs name */
    int place();

    /** @return whether this portal has such objects; the file cannot name them else */
    default boolean isOffered() {
        return true;
    }

    /** Locks all there is, so that what was compared is what is changed. */
    void lock();

    /** @return plain values, in the order of the file, by what tells one object from another */
    SortedMap<String, Map<String, Object>> present();

    /**
     * Reads the objects of one file; it may remember what they are checked against.
     *
     * @param before what the objects of the sections before this one will be told by once the file is applied, by their keys
     */
    ObjectReader reader(Map<String, Set<String>> before);

    /** @return what becomes of objects that a complete file lacks and that are not removed for it */
    default List<Wanted> insteadOfRemoval(Collection<String> ids) {
        return List.of();
    }

    /** @return why the object cannot be removed now, empty if it can */
    Optional<CarmeException> obstacle(String id);

    /** Removes them and writes down who did. */
    void remove(String admin, Collection<String> ids);

    /** Turns what stands in a file into an object. */
    @FunctionalInterface
    interface ObjectReader {
        /** @throws org.carme.common.InvalidRequestException whose first argument is the field that is wrong */
        Wanted read(FileObject object);
    }

    /**
     * An object that the file wants.
     *
     * @param id what tells it from others
     * @param values as in {@link #present}; what the file leaves out has its default
     */
    record Wanted(String id, Map<String, Object> values, Writer writer) {}

    /** Brings a wanted object about. */
    @FunctionalInterface
    interface Writer {
        /**
         * Adds or changes it and writes down who did.
         *
         * @param difference what is changed, empty if there is no such object yet
         */
        void write(String admin, Optional<String> difference);
    }
}
