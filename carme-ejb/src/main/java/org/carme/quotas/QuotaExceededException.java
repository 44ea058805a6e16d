package org.carme.quotas;

import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;
import org.carme.inventory.TypeName;

/** The start would exceed a limit; names the limit, whom it limits, and the present use. */
public final class QuotaExceededException extends CarmeException {
    private static final long serialVersionUID = 1L;

    /** The template allows no more active jobs of one user. */
    public QuotaExceededException(long present, int limit, String template) {
        super(ErrorCode.QUOTA_EXCEEDED, "quota-exceeded.jobs", present, limit, template);
    }

    /** The text knows subjects and periods by the place of their kind. */
    QuotaExceededException(QuotaState state, String subject, double needed) {
        super(
                ErrorCode.QUOTA_EXCEEDED,
                "quota-exceeded." + state.rule().resource()
                        + (state.rule().acceleratorType().isPresent() ? ".type" : ""),
                state.rule().subject().kind().place(),
                subject,
                state.limit(),
                state.used() + state.running() + state.queued(),
                needed,
                new TypeName(state.rule().acceleratorType().orElse("")),
                state.rule().period().map(QuotaPeriod::place).orElse(0),
                state.outside());
    }
}
