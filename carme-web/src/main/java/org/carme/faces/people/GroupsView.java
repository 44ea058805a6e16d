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
    private List<GroupUse> all;
    private Part<GroupUse> part;
    private String before;
    private String now;

    public void load() {
        all = groups.list(currentUser.getName());
        part = Groups.part(all, search.wanted(), search.order(), search.seen());
    }

    /** Puts the new name of a group that the directory has renamed everywhere. */
    public void rename() {
        renamed.follow(currentUser.getName(), before, now == null ? "" : now.strip());
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(texts.text("groups.renamed", before, now.strip())));
        now = null;
        load();
    }

    /** @return the names that the directory lacks; a form that is sent asks for them before anything is loaded */
    public List<String> getMissing() {
        if (all == null) {
            load();
        }
        return all.stream().filter(GroupUse::isMissing).map(GroupUse::name).toList();
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
