package org.carme.quotas;

import java.util.Optional;

/**
 * How a rule stands in a part of time.
 *
 * @param span the present or the following period, empty for what is counted at a time
 */
public record QuotaStanding(QuotaState state, Optional<QuotaPeriod.Span> span) {}
