package org.carme.users;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds people and all their groups; every value goes into a filter, never into its text. */
final class DirectorySearch {
    private static final int MOST_GROUPS = 1000;
    private static final String[] ATTRIBUTES = {
        "uid",
        "cn",
        "displayName",
        "uidNumber",
        "homeDirectory",
        "loginShell",
        "shadowExpire",
        "pwdAccountLockedTime",
        "nsAccountLock"
    };

    private final LDAPInterface directory;
    private final DirectorySettings settings;

    DirectorySearch(LDAPInterface directory, DirectorySettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    Optional<SearchResultEntry> entry(String name) throws LDAPException {
        SearchRequest request = new SearchRequest(
                settings.peopleBase(),
                SearchScope.SUB,
                Filter.createANDFilter(
                        Filter.createEqualityFilter("uid", name), Filter.createPresenceFilter("objectClass")),
                ATTRIBUTES);
        request.setSizeLimit(2);
        return Optional.ofNullable(directory.searchForEntry(request));
    }

    Person person(SearchResultEntry entry) throws LDAPException {
        String name = entry.getAttributeValue("uid");
        Set<String> groups = groups(entry.getDN(), name);
        return new Person(
                name,
                Optional.ofNullable(entry.getAttributeValue("displayName"))
                        .or(() -> Optional.ofNullable(entry.getAttributeValue("cn")))
                        .orElse(name),
                Optional.ofNullable(entry.getAttributeValueAsLong("uidNumber")),
                Optional.ofNullable(entry.getAttributeValue("homeDirectory")),
                Optional.ofNullable(entry.getAttributeValue("loginShell")),
                groups,
                roles(groups));
    }

    /** Direct groups and those that contain them; groups that contain each other end the walk, not the portal. */
    private Set<String> groups(String dn, String name) throws LDAPException {
        Set<String> names = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        collect(
                Filter.createORFilter(
                        Filter.createEqualityFilter("member", dn),
                        Filter.createEqualityFilter("uniqueMember", dn),
                        Filter.createEqualityFilter("memberUid", name)),
                names,
                open);
        while (!open.isEmpty() && seen.size() < MOST_GROUPS) {
            String group = open.pop();
            if (seen.add(group)) {
                collect(
                        Filter.createORFilter(
                                Filter.createEqualityFilter("member", group),
                                Filter.createEqualityFilter("uniqueMember", group)),
                        names,
                        open);
            }
        }
        return names;
    }

    private void collect(Filter filter, Set<String> names, Deque<String> open) throws LDAPException {
        for (SearchResultEntry group : directory
                .search(settings.groupsBase(), SearchScope.SUB, filter, "cn")
                .getSearchEntries()) {
            Optional.ofNullable(group.getAttributeValue("cn")).ifPresent(names::add);
            open.push(group.getDN());
        }
    }

    private Set<Role> roles(Set<String> groups) {
        Set<Role> roles = new HashSet<>();
        give(Role.USER, settings.userGroups(), groups, roles);
        give(Role.IMAGE_MANAGER, settings.imageManagerGroups(), groups, roles);
        give(Role.ADMIN, settings.adminGroups(), groups, roles);
        return roles;
    }

    private static void give(Role role, Set<String> wanted, Set<String> groups, Set<Role> roles) {
        if (wanted.stream().anyMatch(groups::contains)) {
            roles.add(role);
        }
    }
}
