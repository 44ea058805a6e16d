package org.carme.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which Slurm accounts stand for one group: a job that is charged to such an account is that group's. */
@ApplicationScoped
@Transactional
public class TemplateAccounts {
    @Inject
    TemplateRepository templates;

    /** @return accounts of the group's templates that no template of another group has, by name */
    public List<String> ofGroupAlone(String group) {
        return groups().entrySet().stream()
                .filter(entry -> entry.getValue().equals(group))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @return the group of each account that stands for one group */
    public SortedMap<String, String> groups() {
        TreeMap<String, Set<String>> groups = new TreeMap<>();
        for (Object[] pair : templates.accountsWithGroups()) {
            // Slurm keeps accounts in small letters.
            String account = ((String) pair[0]).toLowerCase(Locale.ROOT);
            groups.computeIfAbsent(account, first -> new TreeSet<>()).add((String) pair[1]);
        }
        SortedMap<String, String> alone = new TreeMap<>();
        groups.forEach((account, all) -> {
            if (all.size() == 1) {
                alone.put(account, all.iterator().next());
            }
        });
        return alone;
    }
}
