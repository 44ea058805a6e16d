package org.carme.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.common.ErrorCode;
import org.carme.users.LoginOrigin.Limit;

/**
 * Slows guessing down: of an account from one address, of an account from many addresses, of many accounts from one
 * address. Nobody can lock an account: an address from which its owner has logged in does not wait for what others do,
 * and the waits that many people can cause for each other are short.
 */
@ApplicationScoped
class LoginThrottle {
    private static final Limit PAIR = new Limit(5, Duration.ofMinutes(5), Duration.ofMinutes(10));
    private static final Limit ACCOUNT = new Limit(20, Duration.ofSeconds(30), Duration.ofMinutes(1));
    private static final Limit ADDRESS = new Limit(30, Duration.ofSeconds(15), Duration.ofSeconds(10));
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final Duration TRUSTED = Duration.ofDays(30);
    private static final int NETWORK_BYTES = 8;

    @Inject
    UserRepository users;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** @throws LoginException while a further try has to wait */
    void requireFree(Optional<UserName> name, String address) {
        String network = network(address);
        Duration wait = waitOf(network, ADDRESS);
        if (name.isPresent()) {
            Optional<LoginOrigin> pair = users.origin(pair(name.get(), network));
            wait = longer(wait, waitOf(pair, PAIR));
            if (!pair.map(LoginOrigin::isTrusted).orElse(false)) {
                wait = longer(wait, waitOf(name.get().text(), ACCOUNT));
            }
        }
        if (wait.compareTo(Duration.ZERO) > 0) {
            throw LoginException.throttled(wait);
        }
    }

    /**
     * Counts the failure. Of the failures of one account, and of those from one address with names that cannot be
     * names, the audit log gets one a minute: nobody can fill it by guessing.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(Optional<UserName> name, String typed, String address) {
        String network = network(address);
        boolean news = fail(network, ADDRESS);
        if (name.isPresent()) {
            news = fail(name.get().text(), ACCOUNT);
            fail(pair(name.get(), network), PAIR);
        }
        if (news) {
            String account = name.map(UserName::text).orElse("");
            AuditObject object = new AuditObject("account", account, "");
            audit.record(new AuditEvent(AuditAction.LOGIN_REFUSED, typed, account, object, ""), address);
        }
    }

    /** Somebody knows the password of an account that may not be used; the audit log gets one such entry a minute. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void closed(UserName name, ErrorCode why, String address) {
        if (fail(name.text() + " closed", ACCOUNT)) {
            AuditObject account = new AuditObject("account", name.text(), "");
            audit.record(AuditEvent.own(AuditAction.LOGIN_REFUSED, name.text(), account, why.code()), address);
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void succeeded(UserName name, String address) {
        Instant now = clock.instant();
        users.lockOrigin(pair(name, network(address)), now).succeeded(now);
        AuditObject account = new AuditObject("account", name.text(), "");
        audit.record(AuditEvent.own(AuditAction.LOGIN, name.text(), account, ""), address);
    }

    /** @return how many rows were removed */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int purge(int most) {
        Instant now = clock.instant();
        return users.removeFailedOriginsOlderThan(now.minus(REMEMBERED), most)
                + users.removeOriginsOlderThan(now.minus(TRUSTED), most);
    }

    /** @return whether it is the first of this minute */
    private boolean fail(String origin, Limit limit) {
        Instant now = clock.instant();
        LoginOrigin row = users.lockOrigin(origin, now);
        boolean first = row.isFirstOfMinute(now);
        row.failed(limit, now);
        return first;
    }

    private Duration waitOf(String origin, Limit limit) {
        return waitOf(users.origin(origin), limit);
    }

    private Duration waitOf(Optional<LoginOrigin> origin, Limit limit) {
        return origin.map(known -> known.remainingWait(limit, clock.instant())).orElse(Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String pair(UserName name, String network) {
        return name.text() + " " + network;
    }

    /** Whoever has one IPv6 address has a whole network of them. */
    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? "[" + HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)) + "]"
                    : "[" + parsed.getHostAddress() + "]";
        } catch (UnknownHostException e) {
            return "[unknown]";
        }
    }
}
