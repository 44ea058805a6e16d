package org.carme.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.common.CarmeException;
import org.carme.users.DirectoryService;
import org.carme.users.Person;

/** The one mechanism of the application: tokens and passwords under {@code /api}, the session elsewhere. */
@ApplicationScoped
public class PortalAuthentication implements HttpAuthenticationMechanism {
    @Inject
    ApiAuthentication api;

    @Inject
    PageAuthentication pages;

    @Inject
    DirectoryService directory;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Optional<String> user = Requests.isApi(request) ? api.user(request) : pages.user(request);
        if (user.isEmpty()) {
            return Requests.isApi(request) || Requests.isOpen(request)
                    ? context.doNothing()
                    : pages.askToLogIn(request, response);
        }
        return context.notifyContainerAboutLogin(user.get(), roles(user.get()));
    }

    /** While the directory is away and remembers nothing, somebody who is logged in stays so without any role. */
    private Set<String> roles(String user) {
        try {
            return directory.find(user).map(Person::roles).orElse(Set.of()).stream()
                    .map(Enum::name)
                    .collect(Collectors.toSet());
        } catch (CarmeException away) {
            return Set.of();
        }
    }
}
