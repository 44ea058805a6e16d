package org.carme.builds;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.images.NodePaths;

/**
 * What the configuration says about builds.
 *
 * @param template whose partition they run on; empty: there are none
 * @param folder of the nodes below which each user has a folder for what he makes; empty without a template
 * @param groups whose members may build beside image managers
 * @param maxBytes size of a result
 * @param maxProcesses of a step
 * @param aptSources lines that take the place of the image's; none: the image's own
 * @param pipIndex address; empty: pip's own
 * @param condaChannel address; empty: conda's own
 */
record BuildSettings(
        Optional<String> template,
        String folder,
        Set<String> groups,
        long maxBytes,
        int maxProcesses,
        List<String> aptSources,
        Optional<String> pipIndex,
        Optional<String> condaChannel) {
    private static final String FOLDER_KEY = "carme.builds.folder";
    /** What agents take: narrower than other paths on nodes, because users make folders there. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_][A-Za-z0-9._-]*)+");

    private static final Pattern SOURCE = Pattern.compile("deb( \\[[!-Z^-~ ]+\\])? (https?|file|copy)[!-~]+( [!-~]+)+");
    private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]+");
    private static final int MOST_GIGABYTES = 10_000;
    private static final int MOST_PROCESSES = 100_000;
    private static final long GIGABYTE = 1_000_000_000L;

    BuildSettings {
        groups = Set.copyOf(groups);
        aptSources = List.copyOf(aptSources);
    }

    /**
     * Reads it.
     *
     * @param stores folders of the nodes in which images may be
     * @throws IllegalStateException naming the key that is wrong
     */
    static BuildSettings of(Function<String, Optional<String>> configuration, List<String> stores) {
        Optional<String> template =
                configuration.apply("carme.builds.template").map(String::strip).filter(name -> !name.isEmpty());
        String folder = configuration.apply(FOLDER_KEY).map(String::strip).orElse("");
        if (template.isPresent() || !folder.isEmpty()) {
            check(
                    PATH.matcher(folder).matches() && NodePaths.isBelow(folder, stores),
                    FOLDER_KEY,
                    folder,
                    "not a path below one of carme.images.folders");
        }
        return new BuildSettings(
                template,
                folder,
                list(configuration.apply("carme.builds.groups"), ",").collect(Collectors.toSet()),
                number(configuration, "carme.builds.max-gigabytes", 20, MOST_GIGABYTES) * GIGABYTE,
                number(configuration, "carme.builds.max-processes", 512, MOST_PROCESSES),
                matching(configuration, "carme.builds.apt-sources", "|", SOURCE),
                matching(configuration, "carme.builds.pip-index", "|", ADDRESS).stream()
                        .findFirst(),
                matching(configuration, "carme.builds.conda-channel", "|", ADDRESS).stream()
                        .findFirst());
    }

    private static List<String> matching(
            Function<String, Optional<String>> configuration, String key, String between, Pattern pattern) {
        List<String> values = list(configuration.apply(key), between).toList();
        values.forEach(value -> check(pattern.matcher(value).matches(), key, value, "not " + pattern));
        return values;
    }

    private static Stream<String> list(Optional<String> text, String between) {
        return text.stream()
                .flatMap(values -> Arrays.stream(values.split(Pattern.quote(between))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static int number(Function<String, Optional<String>> configuration, String key, int otherwise, int most) {
        String text = configuration.apply(key).map(String::strip).orElse(Integer.toString(otherwise));
        check(text.matches("[1-9][0-9]{0,5}") && Integer.parseInt(text) <= most, key, text, "not 1 to " + most);
        return Integer.parseInt(text);
    }

    private static void check(boolean fulfilled, String key, String value, String what) {
        if (!fulfilled) {
            throw new IllegalStateException(key + ": \"" + value + "\" is " + what);
        }
    }

    /** @return the folder of what that user makes */
    String folderOf(String user) {
        return folder + "/" + user;
    }

    /** @return whose folder that location is in, empty if it is in nobody's */
    Optional<String> makerOf(String location) {
        return Optional.of(location)
                .filter(path -> !folder.isEmpty() && path.startsWith(folder + "/"))
                .map(path -> path.substring(folder.length() + 1))
                .filter(path -> path.indexOf('/') > 0)
                .map(path -> path.substring(0, path.indexOf('/')));
    }
}
