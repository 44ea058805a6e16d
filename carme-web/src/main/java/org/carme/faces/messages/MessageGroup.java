package org.carme.faces.messages;

import java.util.List;
import java.util.stream.Collectors;

/** What was told about one job, newest first; anything else is a group of its own. */
public class MessageGroup {
    private final List<MessageRow> rows;

    MessageGroup(List<MessageRow> rows) {
        this.rows = rows;
    }

    /** @return the numbers of all, as one value of a form */
    public String getIds() {
        return rows.stream().map(row -> Long.toString(row.id())).collect(Collectors.joining(","));
    }

    /** @return the newest warning that is not read, else the newest of all */
    public MessageRow getHead() {
        return rows.stream()
                .filter(row -> !row.isRead() && row.isWarning())
                .findFirst()
                .orElse(rows.get(0));
    }

    public List<MessageRow> getOthers() {
        MessageRow head = getHead();
        return rows.stream().filter(row -> row != head).toList();
    }

    /** @return whether all are read */
    public boolean isRead() {
        return rows.stream().allMatch(MessageRow::isRead);
    }
}
