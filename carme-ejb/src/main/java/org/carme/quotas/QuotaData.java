package org.carme.quotas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.users.PersonalData;

/** Somebody's own limits as data about a person. */
@ApplicationScoped
class QuotaData implements PersonalData {
    @Inject
    QuotaRepository quotas;

    @Override
    public String section() {
        return "quotas";
    }

    @Override
    public Set<String> people() {
        return quotas.limitedUsers();
    }

    @Override
    public long count(String user) {
        return own(user).size();
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        return Part.whole(
                own(user).stream().map(Quota::rule).map(QuotaData::json).toList());
    }

    private List<Quota> own(String user) {
        return quotas.of(new QuotaSubject(QuotaSubject.Kind.USER, user));
    }

    private static JsonObject json(QuotaRule rule) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("resource", rule.resource().name())
                .add("limit", rule.limit())
                .add("carryOver", rule.carryOver());
        rule.acceleratorType().ifPresent(type -> json.add("acceleratorType", type));
        rule.period().ifPresent(period -> json.add("period", period.name()));
        return json.build();
    }

    @Override
    public void forget(String user, String pseudonym) {
        own(user).forEach(quota -> quotas.lock(quota.id()).ifPresent(quotas::remove));
    }
}
