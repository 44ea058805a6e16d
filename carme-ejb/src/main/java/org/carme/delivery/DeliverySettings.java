package org.carme.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** When and in which language letters are sent, unless somebody has chosen. */
@ApplicationScoped
public class DeliverySettings {
    /** The languages that there are texts in. */
    public static final List<String> LANGUAGES = List.of("en", "de");

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final int MOST_DOUBLINGS = 10;

    @Inject
    Config config;

    private String language = "en";
    private Set<Occasion> mailed = Set.of();
    private Duration gathering = Duration.ZERO;
    private Duration patience = Duration.ZERO;
    private URI portal = URI.create("");

    @PostConstruct
    void read() {
        language = text("carme.messages.language", "en");
        if (!LANGUAGES.contains(language)) {
            throw new IllegalStateException("carme.messages.language must be one of " + LANGUAGES);
        }
        mailed = Stream.of(text("carme.mail.occasions", "job-failed,projects,account,cluster")
                        .split("[,\\s]+"))
                .filter(code -> !code.isEmpty() && !code.equals("none"))
                .map(code -> Occasion.of(code)
                        .orElseThrow(() -> new IllegalStateException("carme.mail.occasions: no \"" + code + "\"")))
                .collect(Collectors.toUnmodifiableSet());
        gathering = Duration.ofSeconds(number("carme.messages.gather-seconds", "30"));
        patience = Duration.ofHours(number("carme.messages.give-up-hours", "72"));
        portal = URI.create(text("carme.portal.url", "http://localhost:8080"));
    }

    private String text(String key, String standard) {
        return config.getOptionalValue(key, String.class).orElse(standard).strip();
    }

    private int number(String key, String standard) {
        String text = text(key, standard);
        if (!text.matches("\\d{1,4}")) {
            throw new IllegalStateException(key + " must be 0 to 9999");
        }
        return Integer.parseInt(text);
    }

    /** @return whether there are texts in it */
    static boolean isSpoken(String code) {
        return LANGUAGES.contains(code);
    }

    /** @param wanted of the directory, as in RFC 2798 */
    Locale locale(Optional<String> wanted) {
        return Locale.forLanguageTag(wanted.flatMap(DeliverySettings::spoken).orElse(language));
    }

    private static Optional<String> spoken(String wanted) {
        try {
            return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(wanted), LANGUAGES));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** @return what is mailed to those who have not chosen */
    Set<Occasion> mailed() {
        return mailed;
    }

    /** @return how long a message waits for others */
    Duration gathering() {
        return gathering;
    }

    /** @return how long a message is tried */
    Duration patience() {
        return patience;
    }

    /** @return how long to wait after that many attempts */
    Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** @return the address of one of the portal's pages, which begins with a slash */
    public String page(String path) {
        return portal.getScheme() + "://" + portal.getRawAuthority() + path;
    }
}
