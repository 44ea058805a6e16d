package org.carme.cluster.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slurm's short form of node names, such as {@code node[01-03,07],x1}, written out. */
final class NodeList {
    private static final int MOST = 65_536;
    private static final Pattern COMMA_OUTSIDE_BRACKETS = Pattern.compile(",(?![^\\[]*])");
    private static final Pattern RANGES = Pattern.compile("\\[([0-9,-]+)]");
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,9})(?:-([0-9]{1,9}))?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");

    private final List<String> names = new ArrayList<>();

    private NodeList() {}

    /** @return the names in order; what is no node name ("None assigned", "(null)") is left out */
    static List<String> expand(String text) {
        NodeList list = new NodeList();
        for (String expression : COMMA_OUTSIDE_BRACKETS.split(text)) {
            list.add(expression);
        }
        return List.copyOf(list.names);
    }

    /** Writes out the first bracket and goes on with the rest: racks and nodes may both be ranges. */
    private void add(String expression) {
        Matcher ranges = RANGES.matcher(expression);
        if (names.size() >= MOST) {
            return;
        }
        if (ranges.find()) {
            for (String part : ranges.group(1).split(",")) {
                addRange(expression.substring(0, ranges.start()), part, expression.substring(ranges.end()));
            }
        } else if (NAME.matcher(expression).matches()) {
            names.add(expression);
        }
    }

    private void addRange(String before, String part, String after) {
        Matcher range = RANGE.matcher(part);
        if (!range.matches()) {
            return;
        }
        int digits = range.group(1).length();
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        for (int i = first; i <= Math.min(last, first + MOST); i++) {
            String number = String.valueOf(i);
            add(before + "0".repeat(Math.max(0, digits - number.length())) + number + after);
        }
    }
}
