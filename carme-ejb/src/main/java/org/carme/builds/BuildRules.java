package org.carme.builds;

import java.util.List;
import java.util.regex.Pattern;
import org.carme.common.InvalidRequestException;
import org.carme.images.NodePaths;

/** What recipes may say. Names of packages can be no options and no addresses: the form is not a way round the site's mirrors. */
final class BuildRules {
    static final Pattern APT = Pattern.compile(
            "[a-z0-9][a-z0-9+.-]{0,126}[a-z0-9+](:[a-z0-9-]{1,20})?(=[A-Za-z0-9.+~:-]{0,99}[A-Za-z0-9.+~:])?");
    static final Pattern PIP = pip();
    static final Pattern CONDA = Pattern.compile(
            "([A-Za-z0-9_][A-Za-z0-9_.-]{0,59}::)?[a-z0-9_][a-z0-9_.-]{0,127}((==?|>=|<=|<|>)[A-Za-z0-9.*+!_-]{1,60})?");
    static final int MOST_STEPS = 100;
    static final int LONGEST_TEXT = 65_536;
    private static final int MOST_PACKAGES = 500;
    private static final int LONGEST_VALUE = 4000;
    private static final Pattern VARIABLE = Pattern.compile("(?!CARME_|SLURM_)[A-Za-z_][A-Za-z0-9_]{0,63}");
    /** Another variable may be named; nothing else begins with a dollar sign. */
    private static final Pattern VALUE =
            Pattern.compile("(?:[^$]|\\$\\{[A-Za-z_][A-Za-z0-9_]*}|\\$[A-Za-z_][A-Za-z0-9_]*)*+");

    private static final List<String> OF_THE_USER = List.of("HOME", "USER", "LOGNAME", "SHELL");
    private static final List<String> OF_THE_NODE =
            List.of("/proc", "/sys", "/dev", "/run", "/tmp", "/home", "/.carme");

    private BuildRules() {}

    private static Pattern pip() {
        String name = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,126}[A-Za-z0-9])?";
        String extras = "(?:\\[[A-Za-z0-9,._-]{1,100}\\])?";
        String version = "(?:===?|~=|!=|<=|>=|<|>)[A-Za-z0-9.*+!_-]{1,60}";
        return Pattern.compile(name + extras + "(?:" + version + "(?:," + version + "){0,9})?");
    }

    static List<String> packages(List<String> packages, Pattern pattern, String key) {
        if (packages.isEmpty() || packages.size() > MOST_PACKAGES) {
            throw InvalidRequestException.about("steps", "invalid-request.build-packages", MOST_PACKAGES);
        }
        packages.stream()
                .filter(name -> !pattern.matcher(name).matches())
                .findFirst()
                .ifPresent(name -> {
                    throw InvalidRequestException.about("steps", key, name);
                });
        return List.copyOf(packages);
    }

    /** Whether it can be a file of an image: what a job covers with the node's is none. */
    static boolean isPath(String path) {
        return NodePaths.isPath(path) && !NodePaths.isOneOfOrBelow(path, OF_THE_NODE);
    }

    /** Whether services may have such a variable: those that say who and where they are they may not. */
    static boolean isVariable(String name, String value) {
        return VARIABLE.matcher(name).matches()
                && !OF_THE_USER.contains(name)
                && value.length() <= LONGEST_VALUE
                && VALUE.matcher(value).matches()
                && value.chars().noneMatch(Character::isISOControl)
                && isWhole(value);
    }

    static boolean isText(String text) {
        return text.length() <= LONGEST_TEXT && text.indexOf('\0') < 0 && isWhole(text);
    }

    /** Half a pair of surrogates can stand in no file. */
    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(character -> Character.getType(character) == Character.SURROGATE);
    }

    static void requireText(String text) {
        if (!isText(text)) {
            throw InvalidRequestException.about("steps", "invalid-request.build-text", LONGEST_TEXT);
        }
    }
}
