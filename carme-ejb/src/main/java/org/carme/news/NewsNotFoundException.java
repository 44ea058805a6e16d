package org.carme.news;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** There are no such news, or they are not shown now. */
public final class NewsNotFoundException extends CarmeException {
    private static final long serialVersionUID = 1L;

    NewsNotFoundException(long id) {
        super(ErrorCode.NOT_FOUND, "not-found.news", Long.toString(id));
    }
}
