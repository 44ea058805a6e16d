package org.carme.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carme.quotas.QuotaDemand;
import org.carme.quotas.QuotaOutlook;
import org.carme.quotas.QuotaStanding;

/**
 * What limits somebody's starts, as it stood once. Many starts can be held against it without asking again.
 *
 * @param activeJobs his active jobs by template
 * @param at when it stood like this
 */
public record StartLimits(List<QuotaStanding> quotas, Map<String, Long> activeJobs, Instant at) {
    public StartLimits {
        quotas = List.copyOf(quotas);
        activeJobs = Map.copyOf(activeJobs);
    }

    /**
     * What a start would mean for the quotas.
     *
     * @param charged the group that it is charged to
     * @return the strictest first
     */
    public List<QuotaOutlook> outlook(String charged, QuotaDemand demand) {
        return QuotaOutlook.of(quotas, charged, demand, at);
    }

    /** @return active jobs of the template */
    public long activeOf(String template) {
        return activeJobs.getOrDefault(template, 0L);
    }
}
