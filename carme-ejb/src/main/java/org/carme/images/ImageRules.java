package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carme.common.InvalidRequestException;

/** Where images may be, what they may see of a node and how they may be run: the site's policy, checked when it is said. */
@ApplicationScoped
public class ImageRules {
    private static final Pattern URI = Pattern.compile("([a-z][a-z0-9+.-]{1,20})://[A-Za-z0-9][A-Za-z0-9._~:/@+%=-]*");
    private static final List<String> RESERVED_TARGETS =
            List.of("/proc", "/sys", "/dev", "/etc", "/usr", "/home", "/tmp");
    private static final String LOCATION = "location";
    private static final String BINDS = "binds";

    @Inject
    ImageSettings settings;

    /** @throws InvalidRequestException if images of that runtime may not be there */
    public void checkLocation(RuntimeDeclaration runtime, String location) {
        if (runtime.isNone()) {
            check(location.isEmpty(), LOCATION, "invalid-request.image-location-none", runtime.title());
        } else if (location.startsWith("/")) {
            check(runtime.takesPaths(), LOCATION, "invalid-request.image-location-kind", kinds(runtime));
            check(
                    NodePaths.isPath(location) && NodePaths.isBelow(location, settings.folders()),
                    LOCATION,
                    "invalid-request.image-location-path",
                    String.join(", ", settings.folders()));
        } else {
            check(isUriFor(runtime, location), LOCATION, "invalid-request.image-location-kind", kinds(runtime));
        }
    }

    private static String kinds(RuntimeDeclaration runtime) {
        return String.join(", ", runtime.locations().stream().sorted().toList());
    }

    private static boolean isUriFor(RuntimeDeclaration runtime, String location) {
        Matcher uri = URI.matcher(location);
        return location.length() <= NodePaths.LENGTH
                && uri.matches()
                && runtime.locations().contains(uri.group(1));
    }

    /**
     * Checks it for any runtime.
     *
     * @throws InvalidRequestException if images may not see that, or not there; an administrator's may see whatever the
     *     job's user may
     */
    public void checkBind(ImageBind bind, boolean isAdministrator) {
        check(NodePaths.isPath(bind.source()), BINDS, "invalid-request.image-bind-path", bind.source());
        check(NodePaths.isPath(bind.target()), BINDS, "invalid-request.image-bind-path", bind.target());
        if (isAdministrator) {
            return;
        }
        check(
                NodePaths.isOneOfOrBelow(bind.source(), settings.bindSources()),
                BINDS,
                "invalid-request.image-bind-source",
                bind.source());
        check(
                !NodePaths.isOneOfOrBelow(bind.target(), RESERVED_TARGETS),
                BINDS,
                "invalid-request.image-bind-target",
                bind.target());
    }

    /** @throws InvalidRequestException if the runtime cannot make such a bind */
    public void checkBind(RuntimeDeclaration runtime, ImageBind bind) {
        check(!runtime.isNone(), BINDS, "invalid-request.image-bind-none", runtime.title());
        check(
                !bind.readOnly() || !runtime.readOnlyBind().isEmpty(),
                BINDS,
                "invalid-request.image-bind-read-only",
                runtime.title());
    }

    /** @throws InvalidRequestException if the runtime does not know one of these names */
    public void checkFlags(RuntimeDeclaration runtime, List<String> flags) {
        flags.forEach(flag ->
                check(runtime.flags().containsKey(flag), "flags", "invalid-request.image-flag", flag, runtime.title()));
    }

    private static void check(boolean fulfilled, String field, String key, Object... arguments) {
        if (!fulfilled) {
            throw InvalidRequestException.about(field, key, arguments);
        }
    }
}
