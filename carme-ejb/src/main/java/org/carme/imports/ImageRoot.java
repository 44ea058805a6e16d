package org.carme.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The inside of an image: links are followed as they are meant in there, and never lead out. */
record ImageRoot(Path root) {
    private static final int MOST_LINKS = 40;

    /** @return where it really is, empty if the image has no such file or folder */
    Optional<Path> find(String path) throws IOException {
        Deque<String> left = new ArrayDeque<>(parts(Path.of(path)));
        List<String> at = new ArrayList<>();
        int links = 0;
        while (!left.isEmpty()) {
            String part = left.pop();
            Path here = place(at).resolve(part);
            if (part.equals("..")) {
                at.subList(Math.max(0, at.size() - 1), at.size()).clear();
            } else if (Files.isSymbolicLink(here)) {
                if (++links > MOST_LINKS) {
                    return Optional.empty();
                }
                follow(Files.readSymbolicLink(here), at, left);
            } else if (Files.exists(here, LinkOption.NOFOLLOW_LINKS)) {
                at.add(part);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(place(at));
    }

    private static void follow(Path target, List<String> at, Deque<String> left) {
        if (target.isAbsolute()) {
            at.clear();
        }
        List<String> parts = parts(target);
        for (int i = parts.size() - 1; i >= 0; i--) {
            left.push(parts.get(i));
        }
    }

    private static List<String> parts(Path path) {
        List<String> parts = new ArrayList<>();
        path.forEach(part -> parts.add(part.toString()));
        parts.removeIf(part -> part.isEmpty() || part.equals("."));
        return parts;
    }

    private Path place(List<String> parts) {
        return parts.isEmpty() ? root : root.resolve(String.join("/", parts));
    }
}
