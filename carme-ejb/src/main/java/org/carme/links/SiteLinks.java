package org.carme.links;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** The links that the site has configured; every page has them. */
@Named
@ApplicationScoped
public class SiteLinks {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final String MORE = "carme.links.more";

    @Inject
    Config config;

    private Optional<URI> chat = Optional.empty();
    private Optional<URI> wiki = Optional.empty();
    private Optional<URI> disclaimer = Optional.empty();
    private Optional<URI> privacy = Optional.empty();
    private Optional<URI> imprint = Optional.empty();
    private List<SiteLink> more = List.of();

    @PostConstruct
    void read() {
        chat = read("carme.links.chat");
        wiki = read("carme.links.wiki");
        disclaimer = read("carme.links.disclaimer");
        privacy = read("carme.links.privacy");
        imprint = read("carme.links.imprint");
        more = config.getOptionalValue(MORE, String.class).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(SiteLinks::named)
                .toList();
    }

    /** Stops the start of the portal if the configuration is wrong. */
    void start() {
        // reaching this bean is the proof: its creation has read the configuration
    }

    private Optional<URI> read(String key) {
        return config.getOptionalValue(key, String.class).map(text -> address(key, text));
    }

    private static SiteLink named(String text) {
        int equals = text.indexOf('=');
        String title = text.substring(0, Math.max(equals, 0)).strip();
        if (title.isEmpty()) {
            throw new IllegalStateException(MORE + " must be like Name=https://host/, Other name=https://host/");
        }
        return new SiteLink(title, address(MORE, text.substring(equals + 1)));
    }

    private static URI address(String key, String text) {
        try {
            URI address = new URI(text.strip());
            if (SCHEMES.contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(key + " must have addresses with http:// or https://", malformed);
        }
        throw new IllegalStateException(key + " must have addresses with http:// or https://");
    }

    /** @return null if the site has none, as those below */
    public URI getChat() {
        return chat.orElse(null);
    }

    public URI getWiki() {
        return wiki.orElse(null);
    }

    public URI getDisclaimer() {
        return disclaimer.orElse(null);
    }

    public URI getPrivacy() {
        return privacy.orElse(null);
    }

    public URI getImprint() {
        return imprint.orElse(null);
    }

    public List<SiteLink> getMore() {
        return more;
    }
}
