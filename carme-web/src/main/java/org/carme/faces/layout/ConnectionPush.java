package org.carme.faces.layout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.faces.event.WebsocketEvent;
import jakarta.faces.event.WebsocketEvent.Opened;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.io.Serializable;

/** Tells a page that it is connected: after an interruption the browser's part of Faces tells nobody. */
@ApplicationScoped
public class ConnectionPush {
    private static final String CHANGES = "changes";

    @Inject
    @Push(channel = CHANGES)
    PushContext changes;

    void greet(@Observes @Opened WebsocketEvent opened) {
        Serializable user = opened.getUser();
        if (opened.getChannel().equals(CHANGES) && user != null) {
            changes.send("connected", user);
        }
    }
}
