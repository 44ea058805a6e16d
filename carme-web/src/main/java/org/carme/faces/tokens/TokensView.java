package org.carme.faces.tokens;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.carme.users.NewToken;
import org.carme.users.TokenService;
import org.carme.web.security.CurrentUser;

/** Backs {@code tokens.xhtml}: my API tokens. */
@Named
@RequestScoped
public class TokensView {
    private static final List<Integer> DAYS = List.of(7, 30, 90, 365);
    private static final String OWN = NewToken.READ + " " + NewToken.WRITE;

    @Inject
    TokenService tokenService;

    @Inject
    CurrentUser currentUser;

    private List<TokenRow> tokens;
    private String created;
    private String name;
    private int days = DAYS.get(1);
    private String scopes = OWN;

    @PostConstruct
    void load() {
        tokens = tokenService.list(currentUser.getName()).stream()
                .map(TokenRow::new)
                .toList();
    }

    public void create() {
        created = tokenService
                .create(currentUser.getName(), new NewToken(name, Duration.ofDays(days), Set.of(scopes.split(" "))))
                .token();
        name = null;
        load();
    }

    public void revoke(long id) {
        tokenService.revoke(currentUser.getName(), id);
        load();
    }

    public List<TokenRow> getTokens() {
        return tokens;
    }

    /** @return the new token, in the answer that made it only */
    public String getCreated() {
        return created;
    }

    public List<Integer> getDayChoices() {
        return DAYS;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    /** @return separated by spaces */
    public String getScopes() {
        return scopes;
    }

    public void setScopes(String scopes) {
        this.scopes = scopes;
    }
}
