package org.carme.faces.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.common.Part;
import org.carme.faces.layout.Search;
import org.carme.faces.layout.Texts;
import org.carme.people.GroupOrder;
import org.carme.people.GroupUse;
import org.carme.people.Groups;
import org.carme.people.RenamedGroups;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/groups.xhtml}. */
@Named
@RequestScoped
public class GroupsView {
    @Inject
    Groups groups;

    @Inject
    RenamedGroups renamed;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private final Search<GroupOrder> search = new Search<>(GroupOrder.NAME);
    private Part<GroupUse> part;
    private List<String> missing;
    private String before;
    private String now;

    public void load() {
        part = groups.find(currentUser.getName(), search.wanted(), search.order(), search.seen());
    }

    /** Puts the new name of a group that the directory has renamed everywhere. */
    public void rename() {
        renamed.follow(currentUser.getName(), before, now == null ? "" : now.strip());
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(texts.text("groups.renamed", before, now.strip())));
        now = null;
        missing = null;
        load();
    }

    /** @return the names that the directory lacks */
    public List<String> getMissing() {
        if (missing == null) {
            missing = groups.list(currentUser.getName()).stream()
                    .filter(GroupUse::isMissing)
                    .map(GroupUse::name)
                    .toList();
        }
        return missing;
    }

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = before;
    }

    public String getNow() {
        return now;
    }

    public void setNow(String now) {
        this.now = now;
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
