package org.carme.backup;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the configuration says about backups.
 *
 * @param folder where they are; empty: there are none
 * @param kept how many there are at most
 */
public record BackupSettings(Optional<Path> folder, int kept) {
    static final String FOLDER_KEY = "carme.backup.folder";
    static final String KEEP_KEY = "carme.backup.keep";
    private static final String DATA_KEY = "carme.data";
    private static final int USUAL = 7;
    private static final int MOST = 1000;

    /**
     * Reads the settings.
     *
     * @param configuration tells a key that is set to nothing from one that is not set
     * @throws IllegalStateException naming the key that is wrong
     */
    static BackupSettings of(Function<String, Optional<String>> configuration) {
        Optional<Path> folder = configuration
                .apply(FOLDER_KEY)
                .or(() -> configuration
                        .apply(DATA_KEY)
                        .filter(data -> !data.isBlank())
                        .map(data -> data + "/backups"))
                .filter(text -> !text.isBlank())
                .map(Path::of);
        folder.filter(path -> !path.isAbsolute()).ifPresent(path -> {
            throw new IllegalStateException(FOLDER_KEY + ": \"" + path + "\" is not an absolute path");
        });
        int kept = configuration
                .apply(KEEP_KEY)
                .filter(text -> !text.isBlank())
                .map(BackupSettings::number)
                .orElse(USUAL);
        return new BackupSettings(folder, kept);
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > MOST) {
            throw new IllegalStateException(KEEP_KEY + ": \"" + text + "\" is not a number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    public boolean isOn() {
        return folder.isPresent();
    }
}
