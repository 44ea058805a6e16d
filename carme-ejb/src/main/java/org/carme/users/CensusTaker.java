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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads everybody and all groups in two searches: a search for each person's groups would take minutes. */
final class CensusTaker {
    private static final Set<ResultCode> CUT_SHORT =
            Set.of(ResultCode.SIZE_LIMIT_EXCEEDED, ResultCode.TIME_LIMIT_EXCEEDED);

    private final LDAPInterface directory;
    private final DirectorySettings settings;
    private final DirectorySearch search;

    CensusTaker(LDAPInterface directory, DirectorySettings settings, DirectorySearch search) {
        this.directory = directory;
        this.settings = settings;
        this.search = search;
    }

    private record Answer(List<SearchResultEntry> entries, boolean complete) {}

    Census take(Instant now) throws LDAPException {
        Answer groups = all(settings.groupsBase(), "cn", Memberships.ATTRIBUTES);
        Memberships memberships = new Memberships(groups.entries());
        Answer entries = all(settings.peopleBase(), "uid", DirectorySearch.ATTRIBUTES);
        SortedMap<String, Person> people = new TreeMap<>();
        Set<String> closed = new HashSet<>();
        for (SearchResultEntry entry : entries.entries()) {
            Optional<UserName> name =
                    Optional.ofNullable(entry.getAttributeValue("uid")).flatMap(UserName::of);
            if (name.isPresent()) {
                String text = name.get().text();
                people.put(text, search.person(name.get(), entry, memberships.of(text, entry)));
                if (!AccountState.isUsable(entry, now)) {
                    closed.add(text);
                }
            }
        }
        return new Census(people, closed, memberships.names(), groups.complete() && entries.complete(), now);
    }

    private Answer all(String base, String naming, String... attributes) throws LDAPException {
        SearchRequest request =
                new SearchRequest(base, SearchScope.SUB, Filter.createPresenceFilter(naming), attributes);
        try {
            return new Answer(directory.search(request).getSearchEntries(), true);
        } catch (LDAPSearchException e) {
            if (CUT_SHORT.contains(e.getResultCode())) {
                return new Answer(e.getSearchEntries(), false);
            }
            throw e;
        }
    }
}
