package org.carme.builds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the part of <a href="https://apptainer.org/docs/user/latest/definition_files.html">Apptainer's definition files</a>
 * that makes files: a header with an image of the catalogue, %post, and plain assignments in %environment; %labels and %help
 * say nothing. What is something else is refused, not left out.
 */
final class DefinitionReader {
    private static final Pattern HEADER = Pattern.compile("\\s*([A-Za-z]+)\\s*:\\s*(\\S+)\\s*");
    private static final Pattern SECTION = Pattern.compile("%([A-Za-z]+)\\s*");
    private static final Pattern VARIABLE =
            Pattern.compile("\\s*(?:export\\s+)?([^\\s=]+)=(?:\"([^\"`\\\\]*)\"|'([^'$]*)'|([^\\s\"'`\\\\;&|]*))\\s*");

    private final List<String> lines;
    private final List<BuildStep> steps = new ArrayList<>();
    private final StringBuilder script = new StringBuilder();
    private String base;
    private String section = "";

    DefinitionReader(List<String> lines) {
        this.lines = lines;
    }

    Recipe read() {
        for (int number = 1; number <= lines.size(); number++) {
            line(number, lines.get(number - 1));
        }
        if (base == null) {
            throw Recipes.noBase();
        }
        if (!script.toString().isBlank()) {
            steps.add(0, new BuildStep.Run(script.toString()));
        }
        return new Recipe(base, steps);
    }

    private void line(int number, String text) {
        Matcher begin = SECTION.matcher(text);
        if (text.startsWith("%")) {
            section = begin.matches() ? begin.group(1).toLowerCase(Locale.ROOT) : "";
            if (!List.of("post", "environment", "labels", "help").contains(section)) {
                throw Recipes.wrong(number, "invalid-request.recipe-section", text.strip());
            }
        } else if (section.equals("post")) {
            script.append(text).append('\n');
        } else if (!isNothing(text)) {
            statement(number, text);
        }
    }

    private static boolean isNothing(String text) {
        return text.isBlank() || text.stripLeading().startsWith("#");
    }

    private void statement(int number, String text) {
        switch (section) {
            case "" -> header(number, text);
            case "environment" -> environment(number, text);
            default -> {}
        }
    }

    private void header(int number, String text) {
        Matcher found = HEADER.matcher(text);
        if (!found.matches()) {
            throw Recipes.wrong(number, "invalid-request.recipe-line");
        }
        switch (found.group(1).toLowerCase(Locale.ROOT)) {
            case "from" -> base = found.group(2);
            case "bootstrap" -> {
                if (!found.group(2).equals("localimage")) {
                    throw Recipes.wrong(number, "invalid-request.recipe-bootstrap");
                }
            }
            default -> throw Recipes.wrong(number, "invalid-request.recipe-section", found.group(1));
        }
    }

    private void environment(int number, String text) {
        Matcher found = VARIABLE.matcher(text);
        if (!found.matches()) {
            throw Recipes.wrong(number, "invalid-request.recipe-env");
        }
        String value = Stream.of(found.group(2), found.group(3), found.group(4))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        steps.add(Recipes.environment(number, found.group(1), value));
    }
}
