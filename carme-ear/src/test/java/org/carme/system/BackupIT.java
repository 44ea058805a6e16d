package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of the default database; those of MariaDB are in {@link SiteIT}. */
class BackupIT {
    @TempDir
    Path place;

    @BeforeAll
    static void begin() {
        Portal.up();
    }

    @Test
    void restoresWhatWasThereBeforeTheBackup() {
        BackupSteps.restoreTheDatabase(Map.of());
    }

    @Test
    void refusesADamagedBackupAndOneOfANewerPortalWhileThePortalRunsOn() throws IOException {
        Path backup = copy(BackupSteps.backUp());
        Path beside = place.resolve(backup.getFileName() + ".sha256");
        String about = Files.readString(beside);

        Files.writeString(beside, about.replaceFirst("# schema: .*", "# schema: 9999"));
        refuses(backup, "is of a newer Carme");
        Files.writeString(beside, about);
        Files.write(backup, "?".getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
        refuses(backup, "is damaged");
        Files.delete(beside);
        refuses(backup, "is missing");

        assertThat(Api.as("admin").get("/me").status()).isEqualTo(200);
    }

    @Test
    void saysWhyThereIsNoNewBackup() {
        BackupSteps.backUp();
        JsonObject failed = NoBackups.during(BackupSteps::failToBackUp).getJsonObject("failure");
        assertThat(failed.getString("words")).contains("There is no new backup");
        assertThat(failed.getString("step")).isEqualTo("write");
        BackupSteps.backUp();
    }

    @Test
    void saysThatTheDiskIsFullAndLeavesWhatIsThere() throws IOException {
        String older = BackupSteps.backUp();
        try (SmallDisk disk = new SmallDisk(older)) {
            JsonObject failed = BackupSteps.failToBackUp();

            assertThat(failed.getJsonObject("failure").getString("words")).contains("is full; make room there");
            assertThat(disk.names()).containsExactlyInAnyOrder(older, older + ".sha256");
            disk.grow();
            assertThat(Repairs.status(Repairs.restart(Repairs.id(failed)))).isEqualTo("completed");
            assertThat(disk.names()).hasSize(4).contains(older, older + ".sha256");
        }
        BackupSteps.backUp();
    }

    private Path copy(String name) throws IOException {
        Files.copy(NoBackups.FOLDER.resolve(name + ".sha256"), place.resolve(name + ".sha256"));
        return Files.copy(NoBackups.FOLDER.resolve(name), place.resolve(name));
    }

    private static void refuses(Path backup, String words) {
        Command.Result result = Portal.restore(Map.of(), backup.toString());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).contains(words);
    }

    @Test
    void showsAdministratorsAloneWhatThereIs() {
        assertThat(Api.as("alice").get("/admin/backups").json().getString("code"))
                .isEqualTo("not-permitted");
        assertThat(Api.as("alice").post("/admin/backups", "").json().getString("code"))
                .isEqualTo("not-permitted");
    }
}
