package org.carme.projects;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.carme.common.InvalidRequestException;
import org.carme.configuration.FileObject;
import org.carme.users.UserName;

/**
 * A project as the configuration file has it; docs/how-to/keep-configuration-in-git.md explains the fields.
 *
 * @param people its owner, managers and members, by name
 */
record FileProject(
        String slug,
        ProjectText text,
        SortedMap<String, MemberState> people,
        Optional<Instant> until,
        Collection<String> templates,
        Classification classification,
        boolean archived) {

    private static final Set<String> NAMES = Set.of(
            "slug",
            "name",
            "description",
            "owner",
            "managers",
            "members",
            "until",
            "templates",
            "classification",
            "archived");
    private static final Set<String> TOLD_APART = Set.of("owner", "managers", "members", "archived");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](-?[a-z0-9]){0,31}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME = Pattern.compile(DAY + "T[^+]{1,20}Z");

    static FileProject of(Project project, Collection<Member> active) {
        SortedMap<String, MemberState> people = new TreeMap<>();
        active.forEach(member -> people.put(member.user(), member.state()));
        return new FileProject(
                project.slug(),
                project.text(),
                people,
                project.expiresAt(),
                project.templates(),
                project.classification(),
                project.state() == ProjectState.ARCHIVED);
    }

    /** Whether the templates exist is for the caller to check. */
    static FileProject read(FileObject object) {
        object.requireOnly(NAMES);
        if (!SLUG.matcher(object.text("slug")).matches()) {
            throw new InvalidRequestException("invalid-request.field", "slug");
        }
        SortedMap<String, MemberState> people = new TreeMap<>();
        add(people, "owner", List.of(object.text("owner")), MemberState.OWNER);
        add(people, "managers", object.texts("managers", List.of()), MemberState.MANAGER);
        add(people, "members", object.texts("members", List.of()), MemberState.MEMBER);
        return new FileProject(
                object.text("slug"),
                ProjectText.checked(
                        object.text("name"), object.optionalText("description").orElse("")),
                people,
                object.optionalText("until").map(FileProject::end),
                new TreeSet<>(object.texts("templates", List.of())),
                object.optionalText("classification").map(Classification::of).orElse(Classification.DEFAULT),
                object.flag("archived", false));
    }

    private static void add(Map<String, MemberState> people, String field, List<String> names, MemberState state) {
        for (String name : names) {
            UserName user =
                    UserName.of(name).orElseThrow(() -> new InvalidRequestException("invalid-request.field", field));
            if (people.put(user.text(), state) != null) {
                throw new InvalidRequestException("invalid-request.twice", user.text());
            }
        }
    }

    /** @return of a day its end */
    private static Instant end(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
            }
            if (TIME.matcher(text).matches()) {
                return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException noTime) {
            throw new InvalidRequestException("invalid-request.field", "until");
        }
        throw new InvalidRequestException("invalid-request.field", "until");
    }

    FileProject inArchive() {
        return new FileProject(slug, text, people, until, templates, classification, true);
    }

    String owner() {
        return having(MemberState.OWNER).get(0);
    }

    Map<String, Object> values() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("slug", slug);
        fields.put("name", text.name());
        if (!text.description().isEmpty()) {
            fields.put("description", text.description());
        }
        fields.put("owner", owner());
        fields.put("managers", having(MemberState.MANAGER));
        fields.put("members", having(MemberState.MEMBER));
        until.ifPresent(end -> fields.put("until", end.toString()));
        fields.put("templates", List.copyOf(templates));
        if (classification != Classification.DEFAULT) {
            fields.put("classification", classification.word());
        }
        if (archived) {
            fields.put("archived", true);
        }
        return fields;
    }

    /** @return what changes without an entry of its own in the audit log */
    Map<String, Object> facts() {
        Map<String, Object> fields = values();
        fields.keySet().removeAll(TOLD_APART);
        return fields;
    }

    private List<String> having(MemberState state) {
        return people.keySet().stream()
                .filter(user -> people.get(user) == state)
                .toList();
    }
}
