package org.carme.storage;

import java.util.Optional;
import java.util.function.Function;
import org.carme.images.NodePaths;

/**
 * What the configuration says about folders of the site's disks.
 *
 * @param project folder of a project, with {@code {project}} for its slug
 * @param scratch folder of a user for what may be lost, with {@code {user}} for his name
 */
public record StorageSettings(Optional<String> project, Optional<String> scratch) {
    static final String PROJECT_KEY = "carme.projects.folder";
    static final String SCRATCH_KEY = "carme.scratch.folder";

    private static final String PROJECT = "{project}";
    private static final String USER = "{user}";

    /** @throws IllegalStateException naming the key that is wrong */
    static StorageSettings of(Function<String, Optional<String>> configuration) {
        return new StorageSettings(
                pattern(configuration, PROJECT_KEY, PROJECT), pattern(configuration, SCRATCH_KEY, USER));
    }

    Optional<String> project(String slug) {
        return project.map(pattern -> pattern.replace(PROJECT, slug));
    }

    Optional<String> scratch(String user) {
        return scratch.map(pattern -> pattern.replace(USER, user));
    }

    private static Optional<String> pattern(
            Function<String, Optional<String>> configuration, String key, String placeholder) {
        return configuration
                .apply(key)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> {
                    if (!text.contains(placeholder) || !NodePaths.isPath(text.replace(placeholder, "x"))) {
                        throw new IllegalStateException(key + ": \"" + text
                                + "\" is not an absolute path of letters, digits and ._+@=- with " + placeholder);
                    }
                    return text;
                });
    }
}
