package org.carme.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The statements that make the database again, written by the server's own client in one transaction. Each row is a
 * line of its own, so that rows can be counted.
 */
final class MariaDbDump implements Dump {
    private static final List<String> PROGRAMS = List.of("mariadb-dump", "mysqldump");
    private static final int BUFFER = 1 << 16;
    private static final int MOST_WORDS = 500;

    private final DatabaseAddress.Server server;
    private final DatabaseAddress address;

    MariaDbDump(DatabaseAddress.Server server, DatabaseAddress address) {
        this.server = server;
        this.address = address;
    }

    @Override
    public String kind() {
        return "mariadb";
    }

    @Override
    public String ending() {
        return ".sql.gz";
    }

    @Override
    public void write(Path file, BooleanSupplier stopped) throws IOException {
        Path options = OwnFiles.create(file.resolveSibling("options.cnf"));
        Path words = OwnFiles.create(file.resolveSibling("words"));
        Files.writeString(options, options());
        Process process = start(options, words);
        endOnceStopped(process, stopped);
        try {
            pack(process.getInputStream(), file, stopped);
            if (!stopped.getAsBoolean()) {
                requireSuccess(process, words);
            }
        } finally {
            process.destroy();
            Files.deleteIfExists(options);
            Files.deleteIfExists(words);
        }
    }

    /** A dump that waits for the server says nothing, and whoever reads it would not see that he is to stop. */
    private static void endOnceStopped(Process process, BooleanSupplier stopped) {
        if (stopped.getAsBoolean()) {
            process.destroy();
        } else if (process.isAlive()) {
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> endOnceStopped(process, stopped));
        }
    }

    private static void pack(InputStream dump, Path file, BooleanSupplier stopped) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), BUFFER)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = dump.read(buffer); read >= 0 && !stopped.getAsBoolean(); read = dump.read(buffer)) {
                out.write(buffer, 0, read);
            }
        }
    }

    /** The password stands in a file that only the portal can read, and never among the words of a process. */
    private String options() {
        return Stream.of(
                        "[client]",
                        "protocol=tcp",
                        "host=" + server.host(),
                        "port=" + server.port(),
                        "user=" + quoted(address.user()),
                        "password=" + quoted(address.password()))
                .reduce("", (text, line) -> text + line + "\n");
    }

    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private Process start(Path options, Path words) throws IOException {
        for (String program : PROGRAMS) {
            if (isInstalled(program)) {
                ProcessBuilder builder = new ProcessBuilder(
                        program,
                        "--defaults-file=" + options,
                        "--single-transaction",
                        "--quick",
                        "--skip-extended-insert",
                        "--no-autocommit",
                        "--hex-blob",
                        "--no-tablespaces",
                        "--default-character-set=utf8mb4",
                        server.schema());
                return builder.redirectError(words.toFile()).start();
            }
        }
        throw new BackupFailedException("Neither " + String.join(" nor ", PROGRAMS)
                + " is installed where the portal runs; in Debian it is in the package mariadb-client");
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void requireSuccess(Process process, Path words) throws IOException {
        try {
            if (process.waitFor() != 0) {
                String said = Files.readString(words).strip();
                throw new BackupFailedException(
                        "The database was not dumped: " + said.substring(0, Math.min(said.length(), MOST_WORDS)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackupFailedException("The portal was stopped while the database was dumped", e);
        }
    }

    @Override
    public Contents read(Path file, BooleanSupplier stopped) throws IOException {
        DumpReader dump = new DumpReader();
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(file), BUFFER);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), BUFFER)) {
            for (String line = lines.readLine(); line != null && !stopped.getAsBoolean(); line = lines.readLine()) {
                dump.take(line);
            }
        }
        return stopped.getAsBoolean() ? Contents.NONE : dump.contents();
    }
}
