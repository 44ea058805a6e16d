package org.carme.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs one of the project's own scripts and waits for its end. */
final class Command {
    private static final Path HOME =
            Path.of(System.getenv().getOrDefault("CARME_HOME", "..")).toAbsolutePath();

    private Command() {}

    /** @return what it printed; fails if it did not end with 0 */
    static String run(Map<String, String> environment, String... line) {
        Result result = attempt(environment, line);
        if (result.status() != 0) {
            throw new AssertionError(
                    Arrays.toString(line) + " ended with " + result.status() + ":\n" + result.output());
        }
        return result.output();
    }

    /** What became of a command. */
    record Result(int status, String output) {}

    static Result attempt(Map<String, String> environment, String... line) {
        ProcessBuilder builder = new ProcessBuilder(List.of(line));
        builder.directory(HOME.toFile()).redirectErrorStream(true).environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
