package org.carme.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.users.PersonalData;

/** What the accounting knows as data about a person: the use of the cluster stays, whose it was goes. */
@ApplicationScoped
class AccountingData implements PersonalData {
    private static final int PART = 200;

    @Inject
    AccountingRepository runs;

    @Inject
    UsageDayRepository days;

    @Override
    public String section() {
        return "accounted-jobs";
    }

    @Override
    public Set<String> people() {
        return days.owners();
    }

    @Override
    public long count(String user) {
        return runs.count(user) + days.count(user);
    }

    /** The sums are left out: they say nothing that the runs do not say. */
    @Override
    public Part part(String user, Optional<String> cursor) {
        int skip = cursor.map(Integer::valueOf).orElse(0);
        List<AccountedUse> found = runs.of(user, skip, PART);
        return new Part(
                found.stream().map(AccountingData::json).toList(),
                found.size() < PART ? Optional.empty() : Optional.of(Integer.toString(skip + PART)));
    }

    private static JsonObject json(AccountedUse use) {
        return Json.createObjectBuilder()
                .add("slurmJobId", use.key().jobId())
                .add("submittedAt", use.key().submittedAt().toString())
                .add("account", use.account())
                .add("partition", use.partition())
                .add("project", use.project())
                .add("group", use.group())
                .add("acceleratorType", use.acceleratorType())
                .add("accelerators", use.accelerators())
                .add("cpus", use.cpus())
                .add("startedAt", use.startedAt().toString())
                .add("endedAt", use.endedAt().toString())
                .build();
    }

    @Override
    public void forget(String user, String pseudonym) {
        runs.lockMark();
        runs.rename(user, pseudonym);
        days.rename(user, pseudonym);
    }
}
