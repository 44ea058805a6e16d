package org.carme.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.database.DatabaseUnavailableException;
import org.carme.users.DirectoryService;
import org.carme.users.DirectoryUnavailableException;
import org.carme.users.Person;
import org.carme.users.Role;

/**
 * The one mechanism of the application: tokens and passwords under {@code /api}, the session elsewhere. The container
 * asks it before any filter, servlet or socket sees the request, so what must hold for all of them is decided here.
 */
@ApplicationScoped
public class PortalAuthentication implements HttpAuthenticationMechanism {
    @Inject
    Gate gate;

    @Inject
    Origins origins;

    @Inject
    ApiAuthentication api;

    @Inject
    PageAuthentication pages;

    @Inject
    Misdirected misdirected;

    @Inject
    DirectoryService directory;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        boolean gateway = gate.isForGateway(request);
        if (!gateway) {
            SecurityHeaders.add(request, response, origins.isSecure());
        }
        Optional<Integer> refusal = gate.refusal(request);
        if (refusal.isPresent()) {
            return refuse(request, response, refusal.get());
        }
        if (gateway) {
            return context.doNothing();
        }
        return Requests.isApi(request) ? call(request, context) : visit(request, response, context);
    }

    /** What fails here fails before the API's own errors are made; they say it when the call gets there. */
    private AuthenticationStatus call(HttpServletRequest request, HttpMessageContext context) {
        try {
            Optional<String> user = api.user(request);
            Optional<Set<String>> roles = user.flatMap(this::roles);
            return roles.isPresent() ? context.notifyContainerAboutLogin(user.get(), roles.get()) : context.doNothing();
        } catch (RuntimeException failure) {
            request.setAttribute(ApiAccess.FAILURE, failure);
            return context.doNothing();
        }
    }

    private AuthenticationStatus visit(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        try {
            return page(request, response, context);
        } catch (RuntimeException failure) {
            if (DatabaseUnavailableException.in(failure).isEmpty()) {
                throw failure;
            }
            request.setAttribute(CurrentUser.HIDDEN, true);
            return refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private AuthenticationStatus page(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Optional<String> user = pages.user(request);
        Optional<Set<String>> roles = user.flatMap(this::roles);
        if (roles.isPresent()
                && Requests.isAdministration(request)
                && !roles.get().contains(Role.ADMIN.name())) {
            return refuse(response, HttpServletResponse.SC_NOT_FOUND);
        }
        if (roles.isPresent()) {
            return context.notifyContainerAboutLogin(user.get(), roles.get());
        }
        user.ifPresent(gone -> pages.end(request));
        return Requests.isOpen(request) ? context.doNothing() : pages.askToLogIn(request, response);
    }

    /**
     * While the directory is away and remembers nothing, somebody who is logged in stays so without any role.
     *
     * @return empty if the directory no longer knows him
     */
    private Optional<Set<String>> roles(String user) {
        try {
            return directory.find(user).map(Person::roles).map(PortalAuthentication::names);
        } catch (DirectoryUnavailableException away) {
            return Optional.of(Set.of());
        }
    }

    private static Set<String> names(Set<? extends Enum<?>> roles) {
        return roles.stream().map(Enum::name).collect(Collectors.toSet());
    }

    private AuthenticationStatus refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws AuthenticationException {
        if (status != Misdirected.STATUS || Requests.isApi(request)) {
            return refuse(response, status);
        }
        try {
            misdirected.answer(response, request.getLocale());
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }

    private static AuthenticationStatus refuse(HttpServletResponse response, int status)
            throws AuthenticationException {
        try {
            response.sendError(status);
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }
}
