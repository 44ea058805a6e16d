package org.carme.faces.messages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.faces.layout.Appearance;
import org.carme.messages.MessageService;
import org.carme.texts.MessageTexts;
import org.carme.web.security.CurrentUser;

/** Backs the bell of every page and the card of the home page. */
@Named
@RequestScoped
public class MessageBell {
    private static final int SHOWN = 5;
    private static final int MOST_COUNTED = 99;

    @Inject
    MessageService messageService;

    @Inject
    CurrentUser currentUser;

    @Inject
    MessageTexts texts;

    @Inject
    Appearance appearance;

    private int unread;
    private List<MessageRow> messages;

    @PostConstruct
    void load() {
        unread = messageService.unread(currentUser.getName());
        messages = null;
    }

    public void markRead() {
        messageService.markAllRead(currentUser.getName());
        load();
    }

    /** @return the newest, read only for the page that shows them */
    public List<MessageRow> getMessages() {
        if (messages == null) {
            messages = messageService.recent(currentUser.getName(), SHOWN).stream()
                    .map(message -> new MessageRow(message, texts.text(message, appearance.getLocale())))
                    .toList();
        }
        return messages;
    }

    public int getUnread() {
        return unread;
    }

    /** @return short enough for the bar */
    public String getCount() {
        return unread > MOST_COUNTED ? MOST_COUNTED + "+" : Integer.toString(unread);
    }
}
