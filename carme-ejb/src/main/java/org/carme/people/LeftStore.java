package org.carme.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.common.Secrets;

/** The transactions about people who have left. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class LeftStore {
    private static final int RANDOM = 12;

    @Inject
    MissingRepository missing;

    @Inject
    KeptData kept;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** Writes down who is missing now; who is back is missing no more. */
    void note(Set<String> absent) {
        Set<String> news = new HashSet<>(absent);
        for (MissingPerson person : missing.all()) {
            if (!news.remove(person.user())) {
                missing.remove(person);
            }
        }
        news.forEach(user -> missing.add(user, clock.instant()));
    }

    /** @return how many of them were not missing when it was last noted */
    long countNew(Set<String> absent) {
        Set<String> noted = missing.all().stream().map(MissingPerson::user).collect(Collectors.toSet());
        return absent.stream().filter(user -> !noted.contains(user)).count();
    }

    /** @return who has been missing since then or longer, longest first */
    List<String> missingSince(Instant limit, int most) {
        return missing.all().stream()
                .filter(person -> !person.since().isAfter(limit))
                .limit(most)
                .map(MissingPerson::user)
                .toList();
    }

    /**
     * Puts a pseudonym in the place of the name. It is random and written down nowhere beside the name: nobody can go
     * back from one to the other.
     *
     * @return whether anything was kept about him
     * @throws org.carme.users.PersonalDataInUseException while jobs of his have not ended
     */
    boolean anonymise(String actor, String user) {
        List<Kept> about = kept.about(user);
        missing.find(user).ifPresent(missing::remove);
        if (about.isEmpty()) {
            return false;
        }
        String pseudonym = "left-" + Secrets.hash(Secrets.random()).substring(0, RANDOM);
        kept.sections().forEach(data -> data.forget(user, pseudonym));
        String detail =
                about.stream().map(part -> part.section() + " " + part.rows()).collect(Collectors.joining(", "));
        AuditObject account = new AuditObject("account", user, "");
        audit.record(new AuditEvent(AuditAction.PERSON_ANONYMISED, actor, user, account, detail));
        return true;
    }
}
