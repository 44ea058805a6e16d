package org.carme.images;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the configuration says about images.
 *
 * @param runtimesFolder with one declaration per runtime
 * @param folders of the nodes in which images may be
 * @param bindSources folders and files of the nodes that images may see, with what is below
 */
public record ImageSettings(Path runtimesFolder, List<String> folders, List<String> bindSources) {
    static final String RUNTIMES_KEY = "carme.runtimes.folder";
    static final String FOLDERS_KEY = "carme.images.folders";
    static final String BIND_SOURCES_KEY = "carme.images.bind-sources";

    public ImageSettings {
        folders = List.copyOf(folders);
        bindSources = List.copyOf(bindSources);
    }

    /** @throws IllegalStateException naming the key that is wrong */
    static ImageSettings of(Function<String, Optional<String>> configuration) {
        return new ImageSettings(
                Path.of(configuration.apply(RUNTIMES_KEY).orElse("/opt/carme/runtimes")),
                paths(FOLDERS_KEY, configuration.apply(FOLDERS_KEY).orElse("/opt/carme/images")),
                paths(BIND_SOURCES_KEY, configuration.apply(BIND_SOURCES_KEY).orElse("")));
    }

    private static List<String> paths(String key, String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .map(path -> path(key, path))
                .toList();
    }

    private static String path(String key, String path) {
        if (!NodePaths.isPath(path)) {
            throw new IllegalStateException(
                    key + ": \"" + path + "\" is not an absolute path of letters, digits and ._+@=-");
        }
        return path;
    }
}
