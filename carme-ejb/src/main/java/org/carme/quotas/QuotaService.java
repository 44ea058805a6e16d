package org.carme.quotas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carme.common.InvalidRequestException;
import org.carme.common.Part;
import org.carme.common.SearchText;
import org.carme.database.Retry;
import org.carme.projects.ProjectStarts;
import org.carme.users.Administrators;
import org.carme.users.DirectoryService;

/** What users may use and what is left of it, and what administrators do with the rules. */
@ApplicationScoped
public class QuotaService {
    @Inject
    DirectoryService directory;

    @Inject
    Administrators administrators;

    @Inject
    QuotaStore store;

    @Inject
    QuotaSums sums;

    @Inject
    QuotaSubjects subjects;

    @Inject
    ProjectStarts projects;

    /** @return how every rule stands that holds for the user, shared ones of all his groups and projects included */
    public List<QuotaState> mine(String user) {
        return holding(user).stream()
                .map(quota -> sums.state(quota.rule(), user))
                .toList();
    }

    /** @return the same in more detail, to look ahead with {@link QuotaOutlook#of} without asking again */
    public List<QuotaStanding> standing(String user) {
        return holding(user).stream()
                .flatMap(quota -> sums.standing(quota.rule(), user).stream())
                .toList();
    }

    private List<Quota> holding(String user) {
        Set<String> groups = directory.person(user).groups();
        QuotaHolder holder = new QuotaHolder(user, groups, groups, projects.activeOf(user));
        return QuotaRules.holding(store.about(holder), holder);
    }

    /** @throws org.carme.users.NotAdministratorException as every method below, unless the caller administrates */
    public List<Quota> all(String admin) {
        administrators.require(admin);
        return store.all();
    }

    /**
     * @param text part of the name of a user, group or project; empty: all
     * @param after id of the last one seen
     */
    public Part<Quota> find(String admin, String text, QuotaOrder order, Optional<String> after) {
        SearchText wanted = new SearchText(text);
        List<Quota> all = all(admin);
        Map<String, String> titles = subjects.titles(subjectsOf(all));
        List<Quota> found = all.stream()
                .filter(quota -> wanted.isIn(words(quota.rule().subject(), titles)))
                .sorted(order.order())
                .toList();
        return Part.of(found, quota -> Long.toString(quota.id()), after);
    }

    private static List<QuotaSubject> subjectsOf(List<Quota> quotas) {
        return quotas.stream().map(quota -> quota.rule().subject()).toList();
    }

    private static List<String> words(QuotaSubject subject, Map<String, String> titles) {
        return List.of(subject.name(), titles.getOrDefault(subject.name(), ""));
    }

    /**
     * @return how the rules of somebody stand, as he sees them
     * @throws InvalidRequestException if the directory does not know him
     */
    public List<QuotaState> of(String admin, String user) {
        administrators.require(admin);
        if (directory.find(user).isEmpty()) {
            throw new InvalidRequestException("invalid-request.no-such-person", user);
        }
        return mine(user);
    }

    /** @throws InvalidRequestException naming what is wrong, also if the rule exists already */
    public Quota create(String admin, QuotaRule rule) {
        administrators.require(admin);
        return Retry.onConflict(() -> store.create(admin, subjects.resolved(rule)));
    }

    /**
     * Changes limit and carry-over. Below the present use nothing is stopped: the next start waits until there is room.
     *
     * @param version {@link Quota#version()} of what the caller has seen
     * @throws org.carme.common.ChangedMeanwhileException if somebody else has changed it since
     */
    public Quota change(String admin, long id, long limit, boolean carryOver, long version) {
        administrators.require(admin);
        return Retry.onConflict(() -> store.change(admin, id, limit, carryOver, version));
    }

    /** @throws QuotaNotFoundException if there is none of that number */
    public void delete(String admin, long id) {
        administrators.require(admin);
        Retry.onConflict(() -> store.delete(admin, id));
    }
}
