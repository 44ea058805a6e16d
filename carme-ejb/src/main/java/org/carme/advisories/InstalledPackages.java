package org.carme.advisories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packages that are in any image, to be found by the names that advisories use. */
final class InstalledPackages {
    /**
     * One of them.
     *
     * @param id of its row
     */
    record Known(long id, Installed installed) {}

    private record Name(Ecosystem ecosystem, String name) {}

    private final Map<Name, List<Known>> packages = new HashMap<>();

    /** @param url its package URL; one of which no advisory speaks is left out */
    void add(long id, String url) {
        Installed.of(url)
                .ifPresent(installed -> packages.computeIfAbsent(
                                new Name(installed.ecosystem(), installed.name()), name -> new ArrayList<>())
                        .add(new Known(id, installed)));
    }

    /**
     * Those of that name.
     *
     * @param ecosystem as the advisory names it, such as {@code Ubuntu:22.04:LTS}
     */
    List<Known> find(String ecosystem, String name) {
        Optional<Ecosystem> found = Ecosystem.of(ecosystem);
        if (found.isEmpty()) {
            return List.of();
        }
        String release = Ecosystem.release(ecosystem);
        String wanted = found.get() == Ecosystem.PYPI ? Installed.pythonName(name) : name;
        return packages.getOrDefault(new Name(found.get(), wanted), List.of()).stream()
                .filter(known -> known.installed().isOf(release))
                .toList();
    }
}
