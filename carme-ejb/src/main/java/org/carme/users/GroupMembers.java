package org.carme.users;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Walks from groups to the people in them; how {@link DirectorySearch} walks from people to groups. */
final class GroupMembers {
    private static final int MOST = 1000;
    private static final String[] ATTRIBUTES = {"uid", "member", "uniqueMember", "memberUid", "gidNumber", "objectClass"
    };

    private final LDAPInterface directory;
    private final DirectorySettings settings;
    private final Set<String> names = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    GroupMembers(LDAPInterface directory, DirectorySettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /** @return names of the people in the groups and in groups of those */
    Set<String> of(Collection<String> groups) throws LDAPException {
        List<Filter> wanted = groups.stream()
                .map(group -> Filter.createEqualityFilter("cn", group))
                .toList();
        for (SearchResultEntry group : search(settings.groupsBase(), Filter.createORFilter(wanted))) {
            seen.add(group.getDN());
            look(group);
        }
        while (!open.isEmpty() && seen.size() < MOST) {
            String member = open.pop();
            if (seen.add(member)) {
                Optional<SearchResultEntry> entry = Optional.ofNullable(directory.getEntry(member, ATTRIBUTES));
                if (entry.isPresent()) {
                    look(entry.get());
                }
            }
        }
        return names;
    }

    private void look(SearchResultEntry entry) throws LDAPException {
        Stream.of("member", "uniqueMember").forEach(attribute -> open.addAll(values(entry, attribute)));
        names.addAll(values(entry, "memberUid"));
        if (!hasClass(entry, "posixGroup")) {
            names.addAll(values(entry, "uid"));
            return;
        }
        Filter primary = Filter.createEqualityFilter("gidNumber", entry.getAttributeValue("gidNumber"));
        for (SearchResultEntry person : search(settings.peopleBase(), primary)) {
            names.addAll(values(person, "uid"));
        }
    }

    private List<SearchResultEntry> search(String base, Filter filter) throws LDAPException {
        return directory.search(base, SearchScope.SUB, filter, ATTRIBUTES).getSearchEntries();
    }

    private static boolean hasClass(SearchResultEntry entry, String name) {
        return values(entry, "objectClass").stream().anyMatch(name::equalsIgnoreCase);
    }

    private static List<String> values(SearchResultEntry entry, String attribute) {
        return Optional.ofNullable(entry.getAttributeValues(attribute))
                .map(Arrays::asList)
                .orElse(List.of());
    }
}
