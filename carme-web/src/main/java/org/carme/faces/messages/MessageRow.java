package org.carme.faces.messages;

import org.carme.messages.Kind;
import org.carme.messages.Message;

/** A message as a line. */
public class MessageRow {
    private final Message message;
    private final String text;

    MessageRow(Message message, String text) {
        this.message = message;
        this.text = text;
    }

    long id() {
        return message.id();
    }

    public String getText() {
        return text;
    }

    /** @return the page with more about it; empty if there is none */
    public String getPage() {
        return message.page().orElse("");
    }

    public long getMillis() {
        return message.at().toEpochMilli();
    }

    public boolean isRead() {
        return message.read();
    }

    boolean isWarning() {
        return message.kind() == Kind.WARNING || message.kind() == Kind.ERROR;
    }

    /** @return the kind's name, for its text */
    public String getKind() {
        return message.kind().name();
    }

    /** @return the colour's name in the style sheet */
    public String getTone() {
        return switch (message.kind()) {
            case INFO -> "info";
            case SUCCESS -> "run";
            case WARNING -> "wait";
            case ERROR -> "bad";
        };
    }

    public String getIcon() {
        return message.kind() == Kind.SUCCESS
                ? "pi-check-circle"
                : message.kind() == Kind.INFO ? "pi-info-circle" : "pi-exclamation-triangle";
    }
}
