package org.carme.advisories;

import java.nio.file.Path;

/** The folder with advisories is not there, or the portal may not read it. */
public final class FolderUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FolderUnreadableException(Path folder, Throwable cause) {
        super("The folder " + folder + " with advisories cannot be read: " + cause, cause);
    }
}
