package org.carme.quotas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.common.InvalidRequestException;
import org.carme.projects.ProjectStarts;

/** Whom limits are for, in the words of people: a project is stored by its slug and shown by its name. */
@ApplicationScoped
public class QuotaSubjects {
    @Inject
    ProjectStarts projects;

    /** @return the names of the projects among them, by slug */
    public Map<String, String> titles(Collection<QuotaSubject> subjects) {
        return projects.names(subjects.stream()
                .filter(QuotaSubject::isOfProject)
                .map(QuotaSubject::name)
                .collect(Collectors.toSet()));
    }

    /** @return a project's name, else the name as it is kept */
    String title(QuotaSubject subject) {
        return titles(Set.of(subject)).getOrDefault(subject.name(), subject.name());
    }

    /**
     * The rule for the project that is meant by its slug or by a name that no other project has.
     *
     * @throws InvalidRequestException if there is none, or several
     */
    QuotaRule resolved(QuotaRule rule) {
        if (!rule.subject().isOfProject()) {
            return rule;
        }
        List<String> slugs = projects.slugsOf(rule.subject().name());
        if (slugs.size() != 1) {
            throw InvalidRequestException.about(
                    "name", "invalid-request.project", rule.subject().name());
        }
        return new QuotaRule(
                new QuotaSubject(rule.subject().kind(), slugs.get(0)),
                rule.resource(),
                rule.acceleratorType(),
                rule.period(),
                rule.limit(),
                rule.carryOver());
    }
}
