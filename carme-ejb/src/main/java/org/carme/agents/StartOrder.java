package org.carme.agents;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.declarations.Rules;

/** Which entry point comes after which; only all of them together can be checked. */
final class StartOrder {
    private final Map<String, List<String>> after;

    StartOrder(List<EntryPointDeclaration> all) {
        after = all.stream().collect(Collectors.toMap(EntryPointDeclaration::name, EntryPointDeclaration::after));
    }

    /** @throws IllegalArgumentException if it comes after one that is not declared, or after itself */
    String check(String name) {
        Set<String> before = new HashSet<>();
        collect(name, before);
        Rules.check(!before.contains(name), "after: a circle, " + name + " would have to be ready before itself");
        return name;
    }

    private void collect(String name, Set<String> before) {
        for (String earlier : after.get(name)) {
            Rules.check(after.containsKey(earlier), "after: there is no entry point " + earlier);
            if (before.add(earlier)) {
                collect(earlier, before);
            }
        }
    }
}
