import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processor time of the portal. */
final class Processor {
    private static final long MILLIS_PER_TICK = 10;

    private Processor() {}

    /** @return what the process has used so far, in milliseconds */
    static long millis(String process) {
        try {
            String state = Files.readString(Path.of("/proc", process, "stat"));
            String[] fields = state.substring(state.lastIndexOf(')') + 2).split(" ");
            return MILLIS_PER_TICK * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
