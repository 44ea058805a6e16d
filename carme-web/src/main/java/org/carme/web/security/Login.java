package org.carme.web.security;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a portal session knows of its login.
 *
 * @param key the session's key in the database
 * @param endsAt when it ends unless its user acts
 */
public record Login(String user, String key, Instant endsAt) implements Serializable {
    static final String ATTRIBUTE = Login.class.getName();

    Login endingAt(Instant later) {
        return new Login(user, key, later);
    }
}
