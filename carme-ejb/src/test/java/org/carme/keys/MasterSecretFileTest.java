package org.carme.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterSecretFileTest {
    @TempDir
    Path folder;

    @Test
    void makesAFileForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("new/secret");

        byte[] first = new MasterSecretFile(file).readOrMake().derive("x");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new MasterSecretFile(file).readOrMake().derive("x")).isEqualTo(first);
        assertThat(file.getParent()).isDirectoryContaining(file::equals);
    }

    @Test
    void givesOneSecretToAllThatStartAtTheSameTime() throws InterruptedException, ExecutionException {
        Path file = folder.resolve("secret");
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Callable<Boolean> start = () -> seen.add(
                HexFormat.of().formatHex(new MasterSecretFile(file).readOrMake().derive("x")));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> starts = pool.invokeAll(Collections.nCopies(40, start));
        for (Future<Boolean> each : starts) {
            each.get();
        }
        pool.shutdown();

        assertThat(seen).hasSize(1);
        assertThat(folder.toFile().list()).containsExactly("secret");
    }

    @Test
    void refusesAFileThatOthersCouldRead() throws IOException {
        Path file = folder.resolve("secret");
        Files.write(file, new byte[MasterSecret.LENGTH]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> new MasterSecretFile(file).readOrMake())
                .hasMessageContaining("carme.secret.file")
                .hasMessageContaining("0600");
    }

    @Test
    void refusesAFileOfAnotherLength() throws IOException {
        Path file = folder.resolve("secret");
        Files.write(file, new byte[5]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        assertThatThrownBy(() -> new MasterSecretFile(file).readOrMake())
                .hasMessageContaining("carme.secret.file")
                .hasMessageContaining("32 bytes");
    }
}
