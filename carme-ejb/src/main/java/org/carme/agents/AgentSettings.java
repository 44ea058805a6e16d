package org.carme.agents;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the configuration says about agents.
 *
 * @param url where agents find the portal
 * @param networks in which compute nodes may be; nothing else is ever connected to
 * @param program the agent, as the compute nodes see it
 * @param entryPointsFolder with one declaration per service
 * @param disk folder of the compute nodes on a disk of their own, in which each job has a folder
 * @param homeDays how long things are kept in the homes of users
 * @param ssh which jobs have ssh between their nodes
 */
public record AgentSettings(
        URI url,
        AddressRanges networks,
        String program,
        Path entryPointsFolder,
        String disk,
        HomeDays homeDays,
        SshPolicy ssh) {
    /** The configuration key of {@link #url()}. */
    public static final String URL_KEY = "carme.agent.url";

    static final String NETWORKS_KEY = "carme.gateway.networks";
    static final String PROGRAM_KEY = "carme.agent.program";
    static final String ENTRY_POINTS_KEY = "carme.entry-points.folder";

    static final String DISK_KEY = "carme.jobs.disk";

    private static final int HTTPS_PORT = 443;

    /** @throws IllegalStateException naming the key that is wrong */
    static AgentSettings of(Function<String, Optional<String>> configuration) {
        return new AgentSettings(
                url(configuration.apply(URL_KEY).orElse("https://127.0.0.1:8443")),
                networks(configuration.apply(NETWORKS_KEY).orElse("127.0.0.0/8")),
                absolute(PROGRAM_KEY, configuration.apply(PROGRAM_KEY).orElse("/opt/carme/agent/carme-agent")),
                Path.of(configuration.apply(ENTRY_POINTS_KEY).orElse("/opt/carme/entry-points")),
                absolute(DISK_KEY, configuration.apply(DISK_KEY).orElse("/tmp")),
                HomeDays.of(configuration),
                SshPolicy.of(configuration));
    }

    /** The host in {@link #url()}: a name, or an address without brackets. */
    public String host() {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    public int port() {
        return url.getPort() < 0 ? HTTPS_PORT : url.getPort();
    }

    private static URI url(String text) {
        try {
            URI url = URI.create(text);
            boolean bare = url.getRawPath() == null
                    || url.getRawPath().isEmpty()
                    || url.getRawPath().equals("/");
            if ("https".equals(url.getScheme()) && url.getHost() != null && bare && url.getRawQuery() == null) {
                return URI.create("https://" + url.getRawAuthority());
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(URL_KEY + ": \"" + text + "\" is not an address", e);
        }
        throw new IllegalStateException(URL_KEY + ": \"" + text + "\" is not https://host:port");
    }

    private static AddressRanges networks(String text) {
        try {
            return AddressRanges.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(NETWORKS_KEY + ": " + e.getMessage(), e);
        }
    }

    private static String absolute(String key, String path) {
        if (!path.startsWith("/")) {
            throw new IllegalStateException(key + ": \"" + path + "\" is not an absolute path");
        }
        return path;
    }
}
