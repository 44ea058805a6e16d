package org.carme.faces.people;

import java.util.List;
import java.util.stream.Collectors;
import org.carme.faces.layout.Texts;
import org.carme.people.GroupUse;

/** A group as a row. */
public class GroupRow {
    private final GroupUse group;
    private final Texts texts;

    GroupRow(GroupUse group, Texts texts) {
        this.group = group;
        this.texts = texts;
    }

    public String getName() {
        return group.name();
    }

    public boolean isMissing() {
        return group.isMissing();
    }

    public String getMembers() {
        return group.members().map(String::valueOf).orElse("–");
    }

    public String getRoles() {
        return group.roles().stream()
                .map(role -> texts.text("role." + PersonRow.word(role)))
                .collect(Collectors.joining(", "));
    }

    public List<String> getTemplates() {
        return group.templates();
    }

    public long getQuotas() {
        return group.quotas();
    }
}
