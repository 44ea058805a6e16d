package org.carme.advisories;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;

/** Tells image managers what checks have found anew: one message for each check. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class AdvisoryNews {
    @Inject
    CheckRepository checks;

    @Inject
    MessageService messages;

    boolean isAny() {
        return !checks.untold().isEmpty();
    }

    void tell(Set<String> managers) {
        List<CheckRepository.News> untold = checks.untold();
        for (CheckRepository.News news : untold) {
            String count = Integer.toString(news.advisories());
            managers.forEach(manager -> messages.tell(manager, Kind.WARNING, "advisories-new", count, ""));
            checks.told(news.check());
        }
    }
}
