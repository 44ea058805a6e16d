package org.carme.users;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who is in which groups, worked out from all groups at once by the same rules as {@link DirectorySearch}. */
final class Memberships {
    static final String[] ATTRIBUTES = {"cn", "objectClass", "member", "uniqueMember", "memberUid", "gidNumber"};

    private final Map<String, String> nameByDn = new HashMap<>();
    private final Map<String, Set<String>> groupsByMember = new HashMap<>();
    private final Map<String, Set<String>> groupsByUid = new HashMap<>();
    private final Map<String, Set<String>> groupsByGid = new HashMap<>();

    Memberships(List<SearchResultEntry> groups) throws LDAPException {
        for (SearchResultEntry group : groups) {
            add(group);
        }
    }

    private void add(SearchResultEntry group) throws LDAPException {
        String dn = group.getParsedDN().toNormalizedString();
        nameByDn.put(dn, group.getAttributeValue("cn"));
        for (String attribute : List.of("member", "uniqueMember")) {
            for (String member : values(group, attribute)) {
                if (DN.isValidDN(member)) {
                    put(groupsByMember, DN.normalize(member), dn);
                }
            }
        }
        for (String uid : values(group, "memberUid")) {
            put(groupsByUid, uid.toLowerCase(Locale.ROOT), dn);
        }
        if (group.hasObjectClass("posixGroup") && group.hasAttribute("gidNumber")) {
            put(groupsByGid, group.getAttributeValue("gidNumber"), dn);
        }
    }

    Set<String> names() {
        return Set.copyOf(nameByDn.values());
    }

    /** @return names of all groups of that entry, nested ones included */
    Set<String> of(String name, SearchResultEntry person) throws LDAPException {
        Deque<String> open = new ArrayDeque<>();
        open.addAll(groupsByMember.getOrDefault(person.getParsedDN().toNormalizedString(), Set.of()));
        open.addAll(groupsByUid.getOrDefault(name, Set.of()));
        open.addAll(groupsByGid.getOrDefault(String.valueOf(person.getAttributeValue("gidNumber")), Set.of()));
        Set<String> seen = new HashSet<>();
        Set<String> names = new HashSet<>();
        while (!open.isEmpty()) {
            String group = open.pop();
            if (seen.add(group)) {
                names.add(nameByDn.get(group));
                open.addAll(groupsByMember.getOrDefault(group, Set.of()));
            }
        }
        return names;
    }

    private static String[] values(SearchResultEntry group, String attribute) {
        String[] values = group.getAttributeValues(attribute);
        return values == null ? new String[0] : values;
    }

    private static void put(Map<String, Set<String>> groups, String member, String group) {
        groups.computeIfAbsent(member, unused -> new HashSet<>()).add(group);
    }
}
