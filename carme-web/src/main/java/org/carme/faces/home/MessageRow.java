package org.carme.faces.home;

import org.carme.messages.Kind;
import org.carme.messages.Message;

/** A message as a line. */
public class MessageRow {
    private final Message message;

    MessageRow(Message message) {
        this.message = message;
    }

    public String getKey() {
        return message.key();
    }

    public String getSubject() {
        return message.subject();
    }

    public String getDetail() {
        return message.detail();
    }

    public long getMillis() {
        return message.at().toEpochMilli();
    }

    public boolean isRead() {
        return message.read();
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
