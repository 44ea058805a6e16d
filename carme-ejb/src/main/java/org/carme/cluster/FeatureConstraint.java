package org.carme.cluster;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a node must have, in the words of sbatch --constraint, as far as it can be said of one node: operators count
 * from left to right, and of counted features ({@code rack1*2&rack2*2}), which are meant for different nodes, a node
 * needs one.
 *
 * @param text such as {@code a100&(nvlink|nvswitch)}; what cannot be understood holds for every node, because only the
 *     scheduler can say
 */
public record FeatureConstraint(String text) {
    private static final Pattern WHOLE = Pattern.compile("[A-Za-z0-9_.&|()\\[\\]*,-]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern COUNT = Pattern.compile("\\*[0-9]+");

    /** @return whether a node with these features is one of those that are wanted */
    public boolean holdsFor(Collection<String> features) {
        if (!WHOLE.matcher(text).matches()) {
            return true;
        }
        Reading reading = new Reading(features);
        boolean holds = reading.expression();
        return holds || !reading.isAtEnd() || reading.failed;
    }

    private final class Reading {
        private final Collection<String> features;
        private final boolean counted = text.contains("*");
        private int at;
        private boolean failed;

        Reading(Collection<String> features) {
            this.features = features;
        }

        boolean isAtEnd() {
            return at >= text.length();
        }

        boolean expression() {
            boolean holds = operand();
            while (!isAtEnd() && "&|,".indexOf(text.charAt(at)) >= 0) {
                boolean either = counted || text.charAt(at) == '|';
                at++;
                boolean next = operand();
                holds = either ? holds || next : holds && next;
            }
            return holds;
        }

        private boolean operand() {
            if (!isAtEnd() && "([".indexOf(text.charAt(at)) >= 0) {
                at++;
                boolean holds = expression();
                at++;
                failed |= at > text.length();
                skip(COUNT);
                return holds;
            }
            String name = skip(NAME);
            failed |= name.isEmpty();
            skip(COUNT);
            return features.contains(name);
        }

        private String skip(Pattern pattern) {
            Matcher next = pattern.matcher(text).region(Math.min(at, text.length()), text.length());
            if (!next.lookingAt()) {
                return "";
            }
            at = next.end();
            return next.group();
        }
    }
}
