package org.carme.system;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** The portal's program with a mark before and behind each of its texts: whatever else it says is in no bundle. */
final class MarkedProgram {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final List<String> BUNDLES =
            List.of("texts/Texts", "texts/Errors", "texts/Reasons", "gateway/Refusals");
    private static final Pattern MARKED = Pattern.compile("⟦[^⟦⟧]*⟧");

    private MarkedProgram() {}

    /** @return where it is */
    static Path make() {
        Path program = TARGET.resolve("carme-marked.jar");
        Path war = TARGET.resolve("marked.war");
        try {
            Files.copy(TARGET.resolve("carme.jar"), program, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem jar = FileSystems.newFileSystem(program)) {
                Path inside = jar.getPath("MICRO-INF/deploy/ROOT.war");
                Files.copy(inside, war, StandardCopyOption.REPLACE_EXISTING);
                try (FileSystem application = FileSystems.newFileSystem(war)) {
                    for (String bundle : BUNDLES) {
                        markAll(application.getPath("WEB-INF/classes/org/carme/" + bundle + ".properties"));
                    }
                }
                Files.copy(war, inside, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return program;
    }

    static String mark(String text) {
        return '⟦' + text + '⟧';
    }

    /** @return what is said outside of all marks; there may be marks between marks */
    static String unmarked(String said) {
        String left = MARKED.matcher(said).replaceAll(" ");
        return left.equals(said) ? said : unmarked(left);
    }

    private static void markAll(Path bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(bundle)) {
            texts.load(file);
        }
        texts.replaceAll((key, text) -> text.equals("") ? text : mark(text.toString()));
        try (Writer file = Files.newBufferedWriter(bundle)) {
            texts.store(file, null);
        }
    }
}
