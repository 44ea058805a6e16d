package org.carme.packages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what is inside two images. */
final class PackageChanges {
    private record Title(PackageKind kind, String name) implements Comparable<Title> {
        private static final Comparator<Title> ORDER =
                Comparator.comparing(Title::name).thenComparing(Title::kind);

        @Override
        public int compareTo(Title other) {
            return ORDER.compare(this, other);
        }
    }

    private PackageChanges() {}

    static List<PackageChange> between(List<SoftwarePackage> before, List<SoftwarePackage> after) {
        Map<Title, Set<String>> first = versions(before);
        Map<Title, Set<String>> second = versions(after);
        Set<Title> titles = new TreeSet<>(first.keySet());
        titles.addAll(second.keySet());
        return titles.stream()
                .filter(title -> !first.getOrDefault(title, Set.of()).equals(second.getOrDefault(title, Set.of())))
                .map(title -> new PackageChange(
                        title.kind(),
                        title.name(),
                        List.copyOf(first.getOrDefault(title, Set.of())),
                        List.copyOf(second.getOrDefault(title, Set.of()))))
                .toList();
    }

    private static Map<Title, Set<String>> versions(List<SoftwarePackage> packages) {
        return packages.stream()
                .collect(Collectors.groupingBy(
                        software -> new Title(software.kind(), software.name()),
                        TreeMap::new,
                        Collectors.mapping(SoftwarePackage::version, Collectors.toCollection(TreeSet::new))));
    }
}
