package org.carme.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** The file that holds the master secret: made at the first start, refused when others could read it. */
final class MasterSecretFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;

    MasterSecretFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    MasterSecret readOrMake() {
        try {
            if (Files.notExists(file)) {
                make();
            }
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(MasterSecret.FILE_KEY + ": cannot use " + file + ": " + e, e);
        }
    }

    private MasterSecret read() throws IOException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalStateException(
                    MasterSecret.FILE_KEY + ": " + file + " must be accessible to its owner alone (mode 0600)");
        }
        byte[] secret = Files.readAllBytes(file);
        if (secret.length != MasterSecret.LENGTH) {
            throw new IllegalStateException(
                    MasterSecret.FILE_KEY + ": " + file + " must hold " + MasterSecret.LENGTH + " bytes");
        }
        return new MasterSecret(secret);
    }

    /** A link, not a rename: of several instances that start at once, exactly one gives the secret to all. */
    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            write(draft);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            if (Files.notExists(file)) {
                throw new NoSuchFileException(file.toString());
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(Path draft) throws IOException {
        byte[] secret = new byte[MasterSecret.LENGTH];
        new SecureRandom().nextBytes(secret);
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            channel.write(ByteBuffer.wrap(secret));
            channel.force(true);
        }
    }
}
