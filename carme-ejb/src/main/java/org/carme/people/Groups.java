package org.carme.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carme.common.Part;
import org.carme.common.SearchText;
import org.carme.quotas.QuotaService;
import org.carme.quotas.QuotaSubject;
import org.carme.templates.Template;
import org.carme.templates.TemplateAdministration;
import org.carme.templates.TemplateDetails;
import org.carme.users.Census;
import org.carme.users.DirectoryService;
import org.carme.users.Role;

/** The groups that configuration, templates or limits name, for administrators; others are refused. */
@ApplicationScoped
public class Groups {
    private static final Set<QuotaSubject.Kind> OF_GROUPS =
            EnumSet.of(QuotaSubject.Kind.GROUP, QuotaSubject.Kind.EACH_MEMBER);

    @Inject
    DirectoryService directory;

    @Inject
    TemplateAdministration templates;

    @Inject
    QuotaService quotas;

    /** @return by name */
    public List<GroupUse> list(String admin) {
        List<Template> offered =
                templates.list(admin).stream().map(TemplateDetails::template).toList();
        Map<String, Long> limits = quotas.all(admin).stream()
                .map(quota -> quota.rule().subject())
                .filter(subject -> OF_GROUPS.contains(subject.kind()))
                .collect(Collectors.groupingBy(QuotaSubject::name, Collectors.counting()));
        Census census = directory.census();
        Map<String, Long> members = members(census);
        Map<String, Set<Role>> roles = roles(census);
        Set<String> names = new TreeSet<>(roles.keySet());
        names.addAll(limits.keySet());
        offered.forEach(template -> names.addAll(template.groups()));
        return names.stream()
                .map(name -> new GroupUse(
                        name,
                        Optional.ofNullable(members.get(name)),
                        roles.getOrDefault(name, Set.of()),
                        offered.stream()
                                .filter(template -> template.groups().contains(name))
                                .map(Template::name)
                                .toList(),
                        limits.getOrDefault(name, 0L)))
                .toList();
    }

    /**
     * Those looked for among the groups that {@link #list} has found.
     *
     * @param text part of a name; empty: all
     * @param after name of the last one seen
     */
    public static Part<GroupUse> part(List<GroupUse> all, String text, GroupOrder order, Optional<String> after) {
        SearchText wanted = new SearchText(text);
        List<GroupUse> found = all.stream()
                .filter(group -> wanted.isIn(List.of(group.name())))
                .sorted(order.order())
                .toList();
        return Part.of(found, GroupUse::name, after);
    }

    private static Map<String, Long> members(Census census) {
        Map<String, Long> members = new HashMap<>();
        census.groups().forEach(group -> members.put(group, 0L));
        census.people()
                .values()
                .forEach(person -> person.groups().forEach(group -> members.merge(group, 1L, Long::sum)));
        return members;
    }

    /** Roles are given whatever the case of the name; a group that the directory lacks stands as it is configured. */
    private Map<String, Set<Role>> roles(Census census) {
        Map<String, String> real = new HashMap<>();
        census.groups().forEach(group -> real.put(group.toLowerCase(Locale.ROOT), group));
        Map<String, Set<Role>> roles = new TreeMap<>();
        directory
                .roleGroups()
                .forEach((role, groups) -> groups.forEach(group -> roles.computeIfAbsent(
                                real.getOrDefault(group, group), unused -> EnumSet.noneOf(Role.class))
                        .add(role)));
        return roles;
    }
}
