package org.carme.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.carme.common.CarmeException;
import org.carme.database.Retry;
import org.carme.users.LoginService;
import org.carme.users.TokenService;

/** Bearer tokens for everything but making tokens, which takes the password: no token outlives itself. */
@ApplicationScoped
class ApiAuthentication {
    private static final int LONGEST = 4096;

    @Inject
    TokenService tokens;

    @Inject
    LoginService logins;

    Optional<String> user(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        if (makesToken(request)) {
            return header.regionMatches(true, 0, "Basic ", 0, 6)
                    ? password(request, header.substring(6).strip())
                    : Optional.empty();
        }
        return header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? bearer(request, header.substring(7).strip())
                : Optional.empty();
    }

    private Optional<String> bearer(HttpServletRequest request, String token) {
        return Retry.onConflict(() -> tokens.authenticate(token)).map(bearer -> {
            request.setAttribute(ApiAccess.SCOPES, bearer.scopes());
            return bearer.user();
        });
    }

    private Optional<String> password(HttpServletRequest request, String encoded) {
        String pair = decoded(encoded);
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        try {
            request.setAttribute(ApiAccess.PASSWORD, true);
            return Optional.of(
                    logins.login(pair.substring(0, colon), pair.substring(colon + 1), request.getRemoteAddr())
                            .name());
        } catch (CarmeException refused) {
            request.setAttribute(ApiAccess.FAILURE, refused);
            return Optional.empty();
        }
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private static boolean makesToken(HttpServletRequest request) {
        return request.getMethod().equals("POST") && Requests.path(request).equals("/api/v1/tokens");
    }
}
