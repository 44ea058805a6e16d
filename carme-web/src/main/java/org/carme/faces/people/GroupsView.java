package org.carme.faces.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.faces.layout.Texts;
import org.carme.people.Groups;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/groups.xhtml}. */
@Named
@RequestScoped
public class GroupsView {
    @Inject
    Groups groups;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private List<GroupRow> rows = List.of();

    public void load() {
        rows = groups.list(currentUser.getName()).stream()
                .map(group -> new GroupRow(group, texts))
                .toList();
    }

    public List<GroupRow> getRows() {
        return rows;
    }
}
