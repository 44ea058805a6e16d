package org.carme.advisories;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the configuration says about advisories.
 *
 * @param folder with files in the OSV format; empty: images are not checked
 */
public record AdvisorySettings(Optional<Path> folder) {
    static final String FOLDER_KEY = "carme.advisories.folder";

    /** @throws IllegalStateException naming the key that is wrong */
    static AdvisorySettings of(Function<String, Optional<String>> configuration) {
        Optional<Path> folder =
                configuration.apply(FOLDER_KEY).filter(text -> !text.isBlank()).map(Path::of);
        folder.filter(path -> !path.isAbsolute()).ifPresent(path -> {
            throw new IllegalStateException(FOLDER_KEY + ": \"" + path + "\" is not an absolute path");
        });
        return new AdvisorySettings(folder);
    }

    public boolean isOn() {
        return folder.isPresent();
    }
}
