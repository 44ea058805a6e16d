package org.carme.backup;

/** There is no new backup; the words say why and what to do. The older ones are as they were. */
public final class BackupFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupFailedException(String words) {
        super(words);
    }

    BackupFailedException(String words, Throwable cause) {
        super(words, cause);
    }
}
