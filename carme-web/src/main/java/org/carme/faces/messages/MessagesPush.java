package org.carme.faces.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import org.carme.messages.MessageChanges;

/** Tells the open pages of a user that his messages have changed. */
@ApplicationScoped
public class MessagesPush {
    @Inject
    @Push(channel = "changes")
    PushContext pages;

    @Inject
    MessageChanges changes;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        changes.subscribe(user -> pages.send("messages", user));
    }
}
