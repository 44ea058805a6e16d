package org.carme.imports;

import java.nio.file.Path;
import java.time.Duration;
import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The portal's machine cannot look at a store: it does not see it, or its disk does not answer. */
public final class StoreUnavailableException extends CarmeException {
    private static final long serialVersionUID = 1L;

    private StoreUnavailableException(String key, Object... arguments) {
        super(ErrorCode.CONFLICT, key, arguments);
    }

    static StoreUnavailableException notVisible(Path store) {
        return new StoreUnavailableException("conflict.store-not-visible", store.toString());
    }

    static StoreUnavailableException empty(Path store) {
        return new StoreUnavailableException("conflict.store-empty", store.toString());
    }

    static StoreUnavailableException silent(String store, Duration longest) {
        return new StoreUnavailableException("conflict.store-silent", store, longest.toSeconds());
    }
}
