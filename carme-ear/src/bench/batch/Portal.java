import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The portal's process, from outside. */
final class Portal {
    private static final Pattern USED = Pattern.compile("generation .* used (\\d+)K");

    private final String process;

    Portal(String process) {
        this.process = process;
    }

    /** @return what is in its heap once what nobody needs is gone */
    long heapMegabytes() {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        long kilobytes = 0;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        return kilobytes / 1024;
    }

    private String jcmd(String command) {
        try {
            Process jcmd = new ProcessBuilder(
                            "nsenter", "--mount", "--target", process, "setpriv", "--reuid", "6900", "--regid", "6900", "--clear-groups",
                            "/opt/java/bin/jcmd", process, command)
                    .redirectErrorStream(true)
                    .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long processorMillis() {
        return Processor.millis(process);
    }

    /** @return the processor time of each of its threads so far, in milliseconds */
    Map<String, Long> threads() {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", process, "task"))) {
            return tasks.collect(Collectors.toMap(
                    task -> name(task) + " " + task.getFileName(),
                    task -> Processor.millis(process + "/task/" + task.getFileName())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
