package org.carme.batch.cleanup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.users.TokenService;

/** Removes tokens of the API that have expired long ago. */
@Named
@Dependent
public class PurgeTokens extends Purge {
    @Inject
    TokenService tokens;

    @Override
    int remove(int most) {
        return tokens.purge(most);
    }
}
