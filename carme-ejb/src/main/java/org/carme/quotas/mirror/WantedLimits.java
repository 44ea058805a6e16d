package org.carme.quotas.mirror;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carme.cluster.Association;
import org.carme.quotas.Quota;
import org.carme.quotas.QuotaHolder;
import org.carme.quotas.QuotaRule;
import org.carme.quotas.QuotaRules;
import org.carme.quotas.QuotaService;
import org.carme.quotas.QuotaSubject;
import org.carme.templates.TemplateAccounts;
import org.carme.users.Census;
import org.carme.users.DirectoryService;
import org.carme.users.Person;

/** What the quotas want associations to be held to; of several rules the strictest counts. */
@ApplicationScoped
class WantedLimits {
    @Inject
    QuotaService quotas;

    @Inject
    TemplateAccounts accounts;

    @Inject
    DirectoryService directory;

    /** @return nothing for users whom the directory does not know and for accounts that stand for no group alone */
    Map<Association, Map<LimitName, Long>> of(String admin, List<Association> associations) {
        List<Quota> all = quotas.all(admin);
        Map<String, String> groups = accounts.groups();
        Map<Association, Map<LimitName, Long>> wanted = new HashMap<>();
        if (all.isEmpty()) {
            return wanted;
        }
        Census census = directory.census();
        for (Association association : associations) {
            Stream<QuotaRule> rules = association.user().isEmpty()
                    ? ofAccount(all, groups, association)
                    : ofUser(all, census, association.user());
            Map<LimitName, Long> limits = new HashMap<>();
            rules.forEach(rule -> LimitName.of(rule).ifPresent(name -> limits.merge(name, rule.limit(), Math::min)));
            wanted.put(association, limits);
        }
        return wanted;
    }

    private Stream<QuotaRule> ofUser(List<Quota> all, Census census, String user) {
        return person(census, user).stream()
                .flatMap(known ->
                        QuotaRules.holding(all, new QuotaHolder(user, known.groups(), Set.of(), Set.of())).stream())
                .map(Quota::rule);
    }

    /** Whom a directory leaves out that does not give all that it has is asked for by his name. */
    private Optional<Person> person(Census census, String user) {
        return census.complete() ? census.usable(user) : directory.find(user);
    }

    private static Stream<QuotaRule> ofAccount(List<Quota> all, Map<String, String> groups, Association association) {
        String group = groups.get(association.account().toLowerCase(Locale.ROOT));
        return all.stream()
                .map(Quota::rule)
                .filter(rule -> rule.subject().equals(new QuotaSubject(QuotaSubject.Kind.GROUP, group)));
    }
}
