package org.carme.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.carme.outside.OutsideUsageRepository.Whose;
import org.carme.quotas.ActiveUse;
import org.carme.quotas.QuotaPeriod.Span;
import org.carme.quotas.QuotaScope;
import org.carme.quotas.QuotaUsage;
import org.carme.quotas.SentPastCarme;
import org.carme.templates.TemplateAccounts;

/** Sums what outside jobs use. A job is its owner's; it is a group's if its Slurm account is that of the group alone. */
@ApplicationScoped
@SentPastCarme
@Transactional
class OutsideUsage implements QuotaUsage {
    private static final ActiveUse NOTHING = new ActiveUse(0, 0, 0, 0, 0, 0);

    @Inject
    OutsideUsageRepository sums;

    @Inject
    TemplateAccounts accounts;

    @Override
    public ActiveUse active(QuotaScope scope, Optional<String> acceleratorType) {
        return whose(scope).map(whose -> sums.active(whose, acceleratorType)).orElse(NOTHING);
    }

    @Override
    public long acceleratorMillis(QuotaScope scope, Optional<String> acceleratorType, Span span, Instant now) {
        return whose(scope)
                .map(whose -> sums.millis(whose, acceleratorType, span, now, false))
                .orElse(0L);
    }

    @Override
    public long reservedMillis(QuotaScope scope, Optional<String> acceleratorType, Span span, Instant now) {
        return whose(scope)
                .map(whose -> sums.millis(whose, acceleratorType, span, now, true))
                .orElse(0L);
    }

    /** Nothing that is sent past Carme belongs to a project. */
    private Optional<Whose> whose(QuotaScope scope) {
        return switch (scope.kind()) {
            case OWNER -> Optional.of(Whose.owner(scope.name()));
            case GROUP ->
                Optional.of(accounts.ofGroupAlone(scope.name()))
                        .filter(own -> !own.isEmpty())
                        .map(Whose::accounts);
            case PROJECT -> Optional.empty();
        };
    }
}
