package org.carme.faces.home;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.faces.layout.Texts;
import org.carme.messages.MessageService;
import org.carme.web.security.CurrentUser;

/** Backs the card of {@code index.xhtml} with the newest messages. */
@Named
@RequestScoped
public class MessagesView {
    private static final int SHOWN = 8;

    @Inject
    MessageService messageService;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private List<MessageRow> messages;
    private int unread;

    @PostConstruct
    void load() {
        String user = currentUser.getName();
        messages =
                messageService.recent(user, SHOWN).stream().map(MessageRow::new).toList();
        unread = messageService.unread(user);
    }

    public void markRead() {
        messageService.markAllRead(currentUser.getName());
        load();
    }

    public List<MessageRow> getMessages() {
        return messages;
    }

    public int getUnread() {
        return unread;
    }

    public String text(MessageRow message) {
        String text = texts.textOr("message.other", "message." + message.getKey(), message.getSubject());
        return message.getDetail().isEmpty() ? text : texts.text("message.detail", text, message.getDetail());
    }
}
