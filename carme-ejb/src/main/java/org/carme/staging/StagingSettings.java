package org.carme.staging;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the configuration says about data of jobs.
 *
 * @param datasets folder with one declaration per dataset of the site
 * @param folders of the nodes that people may name paths in, besides their homes
 */
public record StagingSettings(Optional<Path> datasets, List<String> folders) {
    static final String DATASETS_KEY = "carme.datasets.folder";
    static final String FOLDERS_KEY = "carme.staging.folders";

    public StagingSettings {
        folders = List.copyOf(folders);
    }

    /** @throws IllegalStateException naming the key that is wrong */
    static StagingSettings of(Function<String, Optional<String>> configuration) {
        return new StagingSettings(
                configuration
                        .apply(DATASETS_KEY)
                        .filter(text -> !text.isBlank())
                        .map(Path::of),
                Stream.of(configuration.apply(FOLDERS_KEY).orElse("").split(","))
                        .map(String::strip)
                        .filter(path -> !path.isEmpty())
                        .map(StagingSettings::folder)
                        .toList());
    }

    private static String folder(String path) {
        if (!StagingPaths.isAbsolute(path)) {
            throw new IllegalStateException(FOLDERS_KEY + ": \"" + path + "\" is not an absolute path without \"..\"");
        }
        return path;
    }
}
