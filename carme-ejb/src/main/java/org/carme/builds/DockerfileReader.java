package org.carme.builds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of <a href="https://docs.docker.com/reference/dockerfile/">Dockerfiles</a> that makes files: FROM, RUN and
 * COPY with a text of their own (here-document), RUN with a command line, ENV, WORKDIR; LABEL and comments say nothing. What
 * is something else is refused, not left out.
 */
final class DockerfileReader {
    private static final Pattern INSTRUCTION = Pattern.compile("\\s*([A-Za-z]+)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern FROM = Pattern.compile("[^\\s:]+(:[^\\s:]+)?");
    private static final Pattern HERE = Pattern.compile("<<(-?)([\"']?)([A-Za-z_][A-Za-z0-9_]*+)\\2\\s*+(\\S*+)\\s*+");
    private static final Pattern VARIABLE = Pattern.compile(
            "\\s*([^\\s=]+)=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|'([^'$]*)'|(\\S*))(?=\\s|$)", Pattern.DOTALL);
    private static final Pattern MODE = Pattern.compile("--chmod=0?[0-7]{3}\\s+");

    private final List<String> lines;
    private final List<BuildStep> steps = new ArrayList<>();
    private String base;
    private String folder = "/";
    private int next;
    /** Of the instruction that is read, from 1. */
    private int line;

    DockerfileReader(List<String> lines) {
        this.lines = lines;
    }

    Recipe read() {
        while (next < lines.size()) {
            line = next + 1;
            String text = lines.get(next);
            next++;
            if (!isNothing(text)) {
                instruction(text);
            }
        }
        if (base == null) {
            throw Recipes.noBase();
        }
        return new Recipe(base, steps);
    }

    private static boolean isNothing(String text) {
        return text.isBlank() || text.stripLeading().startsWith("#");
    }

    private void instruction(String first) {
        Matcher found = INSTRUCTION.matcher(joined(first));
        if (!found.matches()) {
            throw Recipes.wrong(line, "invalid-request.recipe-line");
        }
        String word = found.group(1).toUpperCase(Locale.ROOT);
        String rest = Optional.ofNullable(found.group(2)).orElse("").strip();
        if (base == null && !word.equals("FROM")) {
            throw Recipes.noBase();
        }
        switch (word) {
            case "FROM" -> from(rest);
            case "RUN" -> run(rest);
            case "COPY" -> copy(rest);
            case "ENV" -> environment(rest);
            case "WORKDIR" -> workFolder(rest);
            case "LABEL" -> {}
            default -> throw Recipes.wrong(line, "invalid-request.recipe-instruction", word);
        }
    }

    /** Lines that end with a backslash go on in the next one; comments between them are left out. */
    private String joined(String first) {
        StringBuilder whole = new StringBuilder();
        String last = first.stripTrailing();
        while (last.endsWith("\\") && next < lines.size()) {
            whole.append(last, 0, last.length() - 1);
            while (next < lines.size() && lines.get(next).stripLeading().startsWith("#")) {
                next++;
            }
            last = next < lines.size() ? lines.get(next).stripTrailing() : "";
            next++;
        }
        return whole.append(last).toString();
    }

    private void from(String rest) {
        if (base != null) {
            throw Recipes.wrong(line, "invalid-request.recipe-stages");
        }
        if (!FROM.matcher(rest).matches()) {
            throw Recipes.wrong(line, "invalid-request.recipe-from");
        }
        base = rest;
    }

    private void run(String rest) {
        if (rest.isEmpty() || rest.startsWith("[") || rest.startsWith("--")) {
            throw Recipes.wrong(line, "invalid-request.recipe-run");
        }
        Matcher here = HERE.matcher(rest);
        boolean isText = here.matches() && here.group(4).isEmpty();
        String script = isText ? document(here) : rest;
        steps.add(new BuildStep.Run(folder.equals("/") ? script : "cd " + folder + "\n" + script));
    }

    private void copy(String rest) {
        Matcher mode = MODE.matcher(rest);
        boolean executable = mode.lookingAt();
        Matcher here = HERE.matcher(executable ? rest.substring(mode.end()) : rest);
        if (!here.matches() || here.group(4).isEmpty()) {
            throw Recipes.wrong(line, "invalid-request.recipe-copy");
        }
        String path = below(here.group(4));
        if (!BuildRules.isPath(path)) {
            throw Recipes.wrong(line, "invalid-request.recipe-path", path);
        }
        boolean isProgram =
                executable && (mode.group().charAt(mode.group().stripTrailing().length() - 3) - '0') % 2 == 1;
        steps.add(new BuildStep.PutFile(path, document(here), isProgram));
    }

    private String document(Matcher here) {
        boolean stripsTabs = !here.group(1).isEmpty();
        StringBuilder text = new StringBuilder();
        while (next < lines.size()) {
            String one = stripsTabs ? lines.get(next).replaceFirst("^\t+", "") : lines.get(next);
            next++;
            if (one.equals(here.group(3))) {
                return text.toString();
            }
            text.append(one).append('\n');
        }
        throw Recipes.wrong(line, "invalid-request.recipe-open", here.group(3));
    }

    private void environment(String rest) {
        Matcher found = VARIABLE.matcher(rest);
        int end = 0;
        while (end < rest.length()) {
            if (!found.find(end) || found.start() != end) {
                throw Recipes.wrong(line, "invalid-request.recipe-env");
            }
            steps.add(Recipes.environment(line, found.group(1), value(found)));
            end = found.end();
        }
        if (rest.isEmpty()) {
            throw Recipes.wrong(line, "invalid-request.recipe-env");
        }
    }

    private static String value(Matcher found) {
        if (found.group(2) != null) {
            return found.group(2).replaceAll("\\\\(.)", "$1");
        }
        return found.group(3) != null ? found.group(3) : found.group(4);
    }

    private void workFolder(String rest) {
        String path = below(rest);
        if (!path.equals("/") && !BuildRules.isPath(path)) {
            throw Recipes.wrong(line, "invalid-request.recipe-path", path);
        }
        folder = path;
    }

    private String below(String path) {
        return path.startsWith("/") ? path : (folder.equals("/") ? "" : folder) + "/" + path;
    }
}
