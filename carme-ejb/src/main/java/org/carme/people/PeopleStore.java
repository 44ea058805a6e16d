package org.carme.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;
import org.carme.users.SessionService;
import org.carme.users.TokenService;
import org.carme.users.TokenSummary;

/** Transactions about accounts; whoever it concerns is told in the same one. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class PeopleStore {
    @Inject
    SessionService sessions;

    @Inject
    TokenService tokens;

    @Inject
    MessageService messages;

    @Inject
    AuditService audit;

    void noteExport(String user) {
        audit.record(AuditEvent.own(AuditAction.DATA_EXPORTED, user, new AuditObject("account", user, ""), ""));
    }

    int endSessions(String admin, String user) {
        int ended = sessions.endAll(admin, user);
        if (ended > 0) {
            messages.tell(user, Kind.WARNING, "sessions-ended-by", admin, "");
        }
        return ended;
    }

    void revokeToken(String admin, String user, long id) {
        TokenSummary revoked = tokens.revoke(admin, user, id);
        messages.tell(user, Kind.WARNING, "token-revoked-by", revoked.name(), admin);
    }

    /** @return whether he had to be warned */
    boolean warnOfToken(long id) {
        Optional<TokenService.Warning> due = tokens.takeWarning(id);
        due.ifPresent(warning ->
                messages.tell(warning.user(), Kind.WARNING, "token-expires." + warning.days(), warning.token(), ""));
        return due.isPresent();
    }

    int revokeTokens(String admin, String user) {
        List<TokenSummary> all = tokens.list(user);
        all.forEach(token -> revokeToken(admin, user, token.id()));
        return all.size();
    }
}
