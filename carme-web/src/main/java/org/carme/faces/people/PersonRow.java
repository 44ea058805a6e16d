package org.carme.faces.people;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.carme.faces.layout.Texts;
import org.carme.people.PersonState;
import org.carme.people.PersonSummary;

/** Somebody as a row. */
public class PersonRow {
    private static final int GROUPS = 4;

    private final PersonSummary person;
    private final Texts texts;

    PersonRow(PersonSummary person, Texts texts) {
        this.person = person;
        this.texts = texts;
    }

    public String getName() {
        return person.name();
    }

    public String getDisplayName() {
        return person.displayName();
    }

    /** @return the first few, and how many more */
    public String getGroups() {
        List<String> groups = person.groups().stream().sorted().toList();
        String first = String.join(", ", groups.subList(0, Math.min(GROUPS, groups.size())));
        return groups.size() <= GROUPS ? first : texts.text("users.groups.more", first, groups.size() - GROUPS);
    }

    public List<String> getAllGroups() {
        return person.groups().stream().sorted().toList();
    }

    public String getRoles() {
        return person.roles().stream()
                .sorted()
                .map(role -> texts.text("role." + word(role)))
                .collect(Collectors.joining(", "));
    }

    /** @return the key of the text that says how he stands */
    public String getStateKey() {
        return "users.state." + word(person.state());
    }

    public String getTone() {
        return switch (person.state()) {
            case PRESENT -> "run";
            case CLOSED -> "wait";
            case LEFT -> "info";
        };
    }

    public boolean isLeft() {
        return person.state() == PersonState.LEFT;
    }

    /** @return as it stands in addresses and keys, such as {@code image-manager} */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
