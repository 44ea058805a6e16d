package org.carme.users;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds people and all their groups; every value goes into a filter, never into its text. */
final class DirectorySearch {
    private static final int MOST_GROUPS = 1000;
    private static final int MOST_MATCHES = 200;
    private static final int SEARCH_SECONDS = 3;
    private static final Set<ResultCode> CUT_SHORT =
            Set.of(ResultCode.SIZE_LIMIT_EXCEEDED, ResultCode.TIME_LIMIT_EXCEEDED);
    static final String[] ATTRIBUTES = {
        "uid",
        "cn",
        "displayName",
        "uidNumber",
        "gidNumber",
        "homeDirectory",
        "loginShell",
        "shadowExpire",
        "pwdAccountLockedTime",
        "nsAccountLock"
    };

    private static final String LANGUAGE = "preferredLanguage";
    private static final String[] LISTED_ATTRIBUTES = {
        "uid", "cn", "displayName", "shadowExpire", "pwdAccountLockedTime", "nsAccountLock"
    };

    private final LDAPInterface directory;
    private final DirectorySettings settings;

    DirectorySearch(LDAPInterface directory, DirectorySettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    Optional<SearchResultEntry> entry(UserName name) throws LDAPException {
        SearchRequest request = new SearchRequest(
                settings.peopleBase(), SearchScope.SUB, Filter.createEqualityFilter("uid", name.text()), ATTRIBUTES);
        request.setSizeLimit(2);
        return Optional.ofNullable(directory.searchForEntry(request));
    }

    /** @return how to reach the owner of a usable account */
    Optional<Contact> contact(UserName name, Instant now) throws LDAPException {
        List<String> attributes = new ArrayList<>(List.of(LISTED_ATTRIBUTES));
        attributes.add(settings.mailAttribute());
        attributes.add(LANGUAGE);
        SearchRequest request = new SearchRequest(
                settings.peopleBase(),
                SearchScope.SUB,
                Filter.createEqualityFilter("uid", name.text()),
                attributes.toArray(String[]::new));
        request.setSizeLimit(2);
        return Optional.ofNullable(directory.searchForEntry(request))
                .filter(entry -> AccountState.isUsable(entry, now))
                .map(entry -> new Contact(
                        Optional.ofNullable(entry.getAttributeValue(settings.mailAttribute())),
                        Optional.ofNullable(entry.getAttributeValue(LANGUAGE))));
    }

    /** @return whether there is such an account, usable or not; an answer cut short or a missing base is a failure */
    boolean exists(UserName name) throws LDAPException {
        SearchRequest request = new SearchRequest(
                settings.peopleBase(), SearchScope.SUB, Filter.createEqualityFilter("uid", name.text()), "1.1");
        return directory.search(request).getEntryCount() > 0;
    }

    Person person(UserName name, SearchResultEntry entry) throws LDAPException {
        return person(name, entry, groups(membership(name, entry)));
    }

    /** @param groups names of all groups of that entry */
    Person person(UserName name, SearchResultEntry entry, Set<String> groups) {
        return new Person(
                name.text(),
                displayName(entry, name),
                Optional.ofNullable(entry.getAttributeValueAsLong("uidNumber")),
                Optional.ofNullable(entry.getAttributeValue("homeDirectory")),
                Optional.ofNullable(entry.getAttributeValue("loginShell")),
                groups,
                roles(groups));
    }

    /** @return usable accounts whose user name, surname or full name begins so, by name */
    List<PersonName> people(String beginning, int limit, Instant now) throws LDAPException {
        SearchRequest request = new SearchRequest(
                settings.peopleBase(),
                SearchScope.SUB,
                Filter.createORFilter(Stream.of("uid", "sn", "cn", "displayName")
                        .map(attribute -> Filter.createSubInitialFilter(attribute, beginning))
                        .toList()),
                LISTED_ATTRIBUTES);
        request.setSizeLimit(MOST_MATCHES);
        request.setTimeLimitSeconds(SEARCH_SECONDS);
        return matches(request).stream()
                .filter(entry -> AccountState.isUsable(entry, now))
                .flatMap(entry -> personName(entry).stream())
                .sorted(Comparator.comparing(PersonName::name))
                .limit(limit)
                .toList();
    }

    /** Of a search that finds too much, what was found is good enough. */
    private List<SearchResultEntry> matches(SearchRequest request) throws LDAPException {
        try {
            return directory.search(request).getSearchEntries();
        } catch (LDAPSearchException e) {
            if (CUT_SHORT.contains(e.getResultCode())) {
                return e.getSearchEntries();
            }
            throw e;
        }
    }

    /** @return empty for an entry without a name that an account can have */
    private static Optional<PersonName> personName(SearchResultEntry entry) {
        return Optional.ofNullable(entry.getAttributeValue("uid"))
                .flatMap(UserName::of)
                .map(name -> new PersonName(name.text(), displayName(entry, name)));
    }

    private static String displayName(SearchResultEntry entry, UserName name) {
        return Optional.ofNullable(entry.getAttributeValue("displayName"))
                .or(() -> Optional.ofNullable(entry.getAttributeValue("cn")))
                .orElse(name.text());
    }

    /** What the groups that somebody is in directly have, his primary Unix group included. */
    private static Filter membership(UserName name, SearchResultEntry entry) {
        List<Filter> ways = new ArrayList<>(List.of(
                Filter.createEqualityFilter("member", entry.getDN()),
                Filter.createEqualityFilter("uniqueMember", entry.getDN()),
                Filter.createEqualityFilter("memberUid", name.text())));
        if (entry.hasAttribute("gidNumber")) {
            ways.add(Filter.createANDFilter(
                    Filter.createEqualityFilter("objectClass", "posixGroup"),
                    Filter.createEqualityFilter("gidNumber", entry.getAttributeValue("gidNumber"))));
        }
        return Filter.createORFilter(ways);
    }

    /** Direct groups and those that contain them; groups that contain each other end the walk, not the portal. */
    private Set<String> groups(Filter membership) throws LDAPException {
        Set<String> names = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        collect(membership, names, open);
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
        settings.roleGroups().forEach((role, wanted) -> {
            if (groups.stream().map(group -> group.toLowerCase(Locale.ROOT)).anyMatch(wanted::contains)) {
                roles.add(role);
            }
        });
        return roles;
    }

    /** @return who is in the role's groups, as far as the directory shows it */
    Set<String> names(Role role) throws LDAPException {
        return new GroupMembers(directory, settings).of(settings.roleGroups().getOrDefault(role, Set.of()));
    }
}
