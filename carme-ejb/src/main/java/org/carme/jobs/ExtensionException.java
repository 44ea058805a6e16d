package org.carme.jobs;

import java.time.Duration;
import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The job gets no more time. */
public final class ExtensionException extends CarmeException {
    private static final long serialVersionUID = 1L;

    private ExtensionException(ErrorCode code, String key, Object... arguments) {
        super(code, key, arguments);
    }

    static ExtensionException off() {
        return new ExtensionException(ErrorCode.NOT_PERMITTED, "not-permitted.extension");
    }

    static ExtensionException notNow() {
        return new ExtensionException(ErrorCode.CONFLICT, "conflict.extension");
    }

    static ExtensionException tooOften(int most) {
        return new ExtensionException(ErrorCode.CONFLICT, "conflict.extension-times", most);
    }

    static ExtensionException atTheLimit(Duration whole, String template) {
        return new ExtensionException(ErrorCode.CONFLICT, "conflict.extension-limit", whole.toMinutes(), template);
    }

    /** The scheduler does not know the job any more. */
    static ExtensionException forgotten() {
        return new ExtensionException(ErrorCode.CONFLICT, "conflict.extension-forgotten");
    }

    /** @param words the scheduler's own */
    static ExtensionException refused(String words) {
        return new ExtensionException(ErrorCode.CLUSTER_REFUSED, "cluster-refused.extension", words);
    }
}
