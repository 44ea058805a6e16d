package org.carme.faces.messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;
import org.carme.faces.layout.Address;
import org.carme.faces.layout.Appearance;
import org.carme.faces.layout.Bulk;
import org.carme.messages.Kind;
import org.carme.messages.Message;
import org.carme.messages.MessagePage;
import org.carme.messages.MessageQuery;
import org.carme.messages.MessageService;
import org.carme.texts.MessageTexts;
import org.carme.web.security.CurrentUser;

/** Backs {@code messages.xhtml}: what is looked for stands in the address, what is found is read for each answer. */
@Named
@ViewScoped
public class MessagesView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PART = 50;

    @Inject
    MessageService messageService;

    @Inject
    CurrentUser currentUser;

    @Inject
    Bulk bulk;

    @Inject
    MessageTexts texts;

    @Inject
    Appearance appearance;

    private boolean unread;
    private String kind;
    private String after;
    private transient List<MessageGroup> groups;
    private transient String next;

    /** Reads the part anew. */
    public void load() {
        MessagePage page = messageService.page(
                currentUser.getName(), new MessageQuery(unread, chosenKind()), PART, Optional.ofNullable(after));
        Map<Long, List<MessageRow>> rows = new LinkedHashMap<>();
        for (Message message : page.messages()) {
            // numbers of jobs are positive
            rows.computeIfAbsent(message.job().orElse(-message.id()), same -> new ArrayList<>())
                    .add(new MessageRow(message, texts.text(message, appearance.getLocale())));
        }
        groups = rows.values().stream().map(MessageGroup::new).toList();
        next = page.next().orElse(null);
    }

    public void markRead() {
        messageService.markRead(currentUser.getName(), ticked());
    }

    public void remove() {
        messageService.remove(currentUser.getName(), ticked());
    }

    public void markAllRead() {
        messageService.markAllRead(currentUser.getName());
    }

    public void removeRead() {
        messageService.removeRead(currentUser.getName());
    }

    private List<Long> ticked() {
        return bulk.ticked().stream()
                .flatMap(group -> Stream.of(group.split(",", PART)))
                .map(MessagesView::id)
                .toList();
    }

    private static long id(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new InvalidRequestException("invalid-request.field", "selected");
        }
        return Long.parseLong(text);
    }

    private Optional<Kind> chosenKind() {
        return Stream.of(Kind.values()).filter(one -> one.name().equals(kind)).findFirst();
    }

    /** @return what is looked for as part of an address, each with an ampersand behind */
    public String getAddress() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("unread", unread ? "true" : null);
        values.put("kind", chosenKind().map(Kind::name).orElse(null));
        return Address.of(values);
    }

    public List<MessageGroup> getGroups() {
        return groups;
    }

    public List<Kind> getKinds() {
        return List.of(Kind.values());
    }

    public String getNext() {
        return next;
    }

    public boolean isUnread() {
        return unread;
    }

    public void setUnread(boolean unread) {
        this.unread = unread;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
