package org.carme.delivery.chat;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * To which hosts anything may be sent.
 *
 * @param known {@code host} or {@code host:port}, in lower case
 * @param inside those of them that may have addresses of the site's own network
 */
record ChatHosts(Set<String> known, Set<String> inside) {
    private static final String HOSTS = "carme.chat.hosts";
    private static final String INSIDE = "carme.chat.internal-hosts";
    private static final int LONGEST = 500;
    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int SHARED_FIRST = 100;
    private static final int SHARED_SECOND = 64;
    private static final int SHARED_SECOND_MASK = 0xc0;

    /** Finds the addresses of a host. */
    interface Resolver {
        List<InetAddress> addresses(String host) throws UnknownHostException;
    }

    /** @throws IllegalStateException naming the key that is wrong */
    static ChatHosts read(Config config) {
        Set<String> inside = hosts(config, INSIDE);
        Set<String> known = hosts(config, HOSTS);
        return new ChatHosts(
                Stream.concat(known.stream(), inside.stream()).collect(Collectors.toUnmodifiableSet()), inside);
    }

    private static Set<String> hosts(Config config, String key) {
        Set<String> hosts = Stream.of(config.getOptionalValue(key, String.class)
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .split("[,\\s]+"))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        hosts.stream()
                .filter(host -> !host.matches("[a-z0-9.-]+(:\\d{1,5})?"))
                .findFirst()
                .ifPresent(wrong -> {
                    throw new IllegalStateException(key + ": \"" + wrong + "\" is no host or host:port");
                });
        return hosts;
    }

    /** @return why nothing is sent to that text, as a code; empty if something may be, as far as its words say */
    Optional<String> objection(String webhook) {
        if (webhook.length() > LONGEST || !webhook.matches("https://[\\x21-\\x7e]+")) {
            return Optional.of("bad-webhook");
        }
        try {
            URI uri = URI.create(webhook);
            boolean whole = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getRawPath().length() > 1;
            if (!whole) {
                return Optional.of("bad-webhook");
            }
            return known.contains(name(uri)) ? Optional.empty() : Optional.of("bad-host");
        } catch (IllegalArgumentException e) {
            return Optional.of("bad-webhook");
        }
    }

    /** @return host and, where it is not the usual one, port */
    private static String name(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return uri.getPort() == -1 || uri.getPort() == 443 ? host : host + ":" + uri.getPort();
    }

    /** @return whether all addresses of its host are where nothing but that host is to be found, or the site says so */
    boolean leadsOut(URI webhook, Resolver resolver) throws UnknownHostException {
        return inside.contains(name(webhook))
                || resolver.addresses(webhook.getHost()).stream().allMatch(ChatHosts::isPublic);
    }

    static boolean isPublic(InetAddress address) {
        return !(address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isUniqueLocal(address)
                || isShared(address));
    }

    private static boolean isUniqueLocal(InetAddress address) {
        return address instanceof Inet6Address && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    }

    /** RFC 6598: 100.64.0.0/10, and 0.0.0.0/8. */
    private static boolean isShared(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean shared = bytes[0] == SHARED_FIRST && (bytes[1] & SHARED_SECOND_MASK) == SHARED_SECOND;
        return address instanceof Inet4Address && (shared || bytes[0] == 0);
    }
}
