package org.carme.web.security;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.carme.users.NewToken;

/** Lets only somebody through, with the scope that the method needs; resources marked {@link PermitAll} are open. */
@Provider
public class ApiAccess implements ContainerRequestFilter {
    static final String SCOPES = "carme.scopes";
    static final String PASSWORD = "carme.password";

    /** Why nobody could be recognised: a failure that is the answer to the call. */
    static final String FAILURE = "carme.failure";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Context
    HttpServletRequest request;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext context) {
        if (resource.getResourceClass().isAnnotationPresent(PermitAll.class)) {
            return;
        }
        if (request.getAttribute(FAILURE) instanceof RuntimeException failure) {
            throw failure;
        }
        if (request.getUserPrincipal() == null) {
            throw new UnauthenticatedException();
        }
        if (request.getAttribute(PASSWORD) == null) {
            require(READING.contains(context.getMethod()) ? NewToken.READ : NewToken.WRITE);
            if (Requests.isAdministration(request)) {
                require(NewToken.ADMIN);
            }
        }
    }

    private void require(String scope) {
        if (!scopes().contains(scope)) {
            throw new MissingScopeException(scope);
        }
    }

    private Set<?> scopes() {
        return request.getAttribute(SCOPES) instanceof Set<?> scopes ? scopes : Set.of();
    }
}
