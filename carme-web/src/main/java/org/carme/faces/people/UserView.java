package org.carme.faces.people;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.carme.faces.layout.Texts;
import org.carme.faces.quotas.QuotaView;
import org.carme.faces.tokens.TokenRow;
import org.carme.people.Account;
import org.carme.people.People;
import org.carme.people.PeopleAdministration;
import org.carme.users.Person;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/user.xhtml}: one account. */
@Named
@ViewScoped
public class UserView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    People people;

    @Inject
    PeopleAdministration administration;

    @Inject
    CurrentUser currentUser;

    @Inject
    QuotaView quotaView;

    @Inject
    Texts texts;

    private String name = "";
    private transient Account account;

    /** @throws org.carme.people.PersonNotFoundException if nobody knows the name */
    public void load() {
        account = people.get(currentUser.getName(), name);
        if (account.person().isPresent()) {
            quotaView.setUser(name);
            quotaView.loadOther();
        }
    }

    public void endSessions() {
        say("users.sessions.ended", administration.endSessions(currentUser.getName(), name));
    }

    public void revoke(long token) {
        administration.revokeToken(currentUser.getName(), name, token);
        say("users.tokens.revoked", 1);
    }

    public void revokeAll() {
        say("users.tokens.revoked", administration.revokeTokens(currentUser.getName(), name));
    }

    /** Goes back to the list, for there is nobody of that name any more. */
    public String anonymise() {
        administration.anonymise(currentUser.getName(), name);
        return "/admin/users?faces-redirect=true";
    }

    private void say(String key, int count) {
        account = null;
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(texts.text(key, count)));
    }

    private Account account() {
        if (account == null) {
            account = people.get(currentUser.getName(), name);
        }
        return account;
    }

    /** @return whether the account was found; the failure stands in a message else */
    public boolean isFound() {
        return account != null || FacesContext.getCurrentInstance().isPostback();
    }

    public PersonRow getPerson() {
        return new PersonRow(account().summary(), texts);
    }

    /** @return the Unix account in words */
    public String getUnix() {
        return account()
                .person()
                .filter(person -> person.uid().isPresent())
                .map(this::unix)
                .orElseGet(() -> texts.text("users.unix.none"));
    }

    private String unix(Person person) {
        return texts.text(
                "users.unix.account",
                Long.toString(person.uid().orElseThrow()),
                person.home().orElse("–"),
                person.shell().orElse("–"));
    }

    /** @return what Slurm knows, as part of a key */
    public String getSlurm() {
        return account()
                .knownToSlurm()
                .map(known -> known ? "known" : "unknown")
                .orElse("unsaid");
    }

    /** @return 0 if he is not missing */
    public long getMissingSince() {
        return account().missingSince().map(Instant::toEpochMilli).orElse(0L);
    }

    public List<SessionRow> getSessions() {
        return account().sessions().stream().map(SessionRow::new).toList();
    }

    public List<TokenRow> getTokens() {
        return account().tokens().stream().map(TokenRow::new).toList();
    }

    public List<KeptRow> getKept() {
        return account().kept().stream().map(kept -> new KeptRow(kept, texts)).toList();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }
}
