package org.carme.faces.people;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;
import org.carme.faces.layout.Address;
import org.carme.faces.layout.Bulk;
import org.carme.faces.layout.Sorting;
import org.carme.faces.layout.Texts;
import org.carme.people.People;
import org.carme.people.PeopleAdministration;
import org.carme.people.PeopleOrder;
import org.carme.people.PeoplePage;
import org.carme.people.PeopleQuery;
import org.carme.people.PersonState;
import org.carme.users.Role;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/users.xhtml}. */
@Named
@ViewScoped
public class UsersView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PART = 50;

    @Inject
    People people;

    @Inject
    PeopleAdministration administration;

    @Inject
    CurrentUser currentUser;

    @Inject
    Bulk bulk;

    @Inject
    Texts texts;

    private String text;
    private String group;
    private String role;
    private String state;
    private String after;
    private final Sorting<PeopleOrder> sorting = new Sorting<>(PeopleOrder.NAME);
    private transient PeoplePage page;

    private PeoplePage page() {
        if (page == null) {
            page = people.list(currentUser.getName(), query(), PART, given(after));
        }
        return page;
    }

    /** Logs out those who are ticked. */
    public void endSessions() {
        bulk.each(
                "users.bulk.loggedOut",
                Function.identity(),
                name -> administration.endSessions(currentUser.getName(), name));
    }

    /** Revokes all tokens of those who are ticked. */
    public void revokeTokens() {
        bulk.each(
                "users.bulk.revoked",
                Function.identity(),
                name -> administration.revokeTokens(currentUser.getName(), name));
    }

    private PeopleQuery query() {
        return new PeopleQuery(
                given(text),
                given(group),
                given(role).map(word -> one(word, Role.values())),
                given(state).map(word -> one(word, PersonState.values())),
                sorting.order());
    }

    private static <E extends Enum<E>> E one(String word, E[] values) {
        return Stream.of(values)
                .filter(value -> PersonRow.word(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException("invalid-request"));
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(given -> !given.isEmpty());
    }

    public List<PersonRow> getRows() {
        return page().people().stream()
                .map(person -> new PersonRow(person, texts))
                .toList();
    }

    public String getTotal() {
        return texts.text("users.total", page().total());
    }

    /** @return whether the directory has given everybody */
    public boolean isComplete() {
        return page().complete();
    }

    public String getNext() {
        return page().next().orElse(null);
    }

    /** @return whether anybody special is looked for */
    public boolean isFilled() {
        return !getFilters().isEmpty();
    }

    /** @return what is looked for and in which order as part of an address, each with an ampersand behind */
    public String getAddress() {
        Map<String, String> values = values();
        values.put("sort", sorting.forAddress());
        return Address.of(values);
    }

    /** @return the same without the order */
    public String getFilters() {
        return Address.of(values());
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("text", text);
        values.put("group", group);
        values.put("role", role);
        values.put("state", state);
        return values;
    }

    public List<String> getRoles() {
        return Stream.of(Role.values()).map(PersonRow::word).toList();
    }

    public List<String> getStates() {
        return Stream.of(PersonState.values()).map(PersonRow::word).toList();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public Sorting<PeopleOrder> getSorting() {
        return sorting;
    }
}
