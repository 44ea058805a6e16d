package org.carme.faces.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.common.Part;
import org.carme.faces.layout.Search;
import org.carme.faces.layout.Texts;
import org.carme.people.GroupOrder;
import org.carme.people.GroupUse;
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

    private final Search<GroupOrder> search = new Search<>(GroupOrder.NAME);
    private Part<GroupUse> part;

    public void load() {
        part = groups.find(currentUser.getName(), search.wanted(), search.order(), search.seen());
    }

    public List<GroupRow> getRows() {
        return part.rows().stream().map(group -> new GroupRow(group, texts)).toList();
    }

    public Part<GroupUse> getPart() {
        return part;
    }

    public Search<GroupOrder> getSearch() {
        return search;
    }
}
