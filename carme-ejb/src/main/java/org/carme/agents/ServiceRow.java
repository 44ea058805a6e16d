package org.carme.agents;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;

/** A service of a running job, with what the gateway needs of the declaration under which it was started. */
@Embeddable
class ServiceRow {
    private String name;
    private String title;
    private String icon;

    @Column(name = "open_path")
    private String open;

    private boolean strip;

    @Column(name = "secret_header")
    private String secretHeader;

    @Column(name = "secret_value")
    private String secretValue;

    @Enumerated(EnumType.STRING)
    private ServiceState state;

    private String detail;

    @Column(name = "place")
    private int order;

    /** For JPA. */
    protected ServiceRow() {}

    ServiceRow(EntryPointDeclaration declaration) {
        name = declaration.name();
        title = declaration.title();
        icon = declaration.icon();
        open = declaration.open();
        strip = declaration.strip();
        secretHeader = declaration.secret().map(SecretHeader::name).orElse(null);
        secretValue = declaration.secret().map(SecretHeader::value).orElse(null);
        state = ServiceState.STARTING;
        detail = "";
        order = declaration.order();
    }

    /** @return whether that is new */
    boolean report(ServiceReport report) {
        boolean changed = state != report.state() || !detail.equals(report.detail());
        state = report.state();
        detail = report.detail();
        return changed;
    }

    String name() {
        return name;
    }

    ServiceState state() {
        return state;
    }

    ServiceRoute route(String secret) {
        Optional<SecretHeader> header = Optional.ofNullable(secretHeader)
                .map(headerName -> new SecretHeader(headerName, secretValue).with(secret));
        return new ServiceRoute(name, title, icon, open, strip, header, state, detail, order);
    }

    /** Whether users are told of it. */
    boolean isOffered() {
        return state != ServiceState.ABSENT;
    }

    /** A line for the job's owner. */
    String said() {
        return detail.isEmpty() ? title : title + ": " + detail;
    }
}
