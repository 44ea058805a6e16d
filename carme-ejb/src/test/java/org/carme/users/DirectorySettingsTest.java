package org.carme.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.carme.common.TestConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectorySettingsTest {
    @Test
    void standsOnTheEmbeddedDirectoryWithoutAnyKey() {
        DirectorySettings settings = read(Map.of());

        assertThat(settings.url()).isEmpty();
        assertThat(settings.adminGroups()).containsExactly("admins");
    }

    @ParameterizedTest
    @CsvSource({
        "carme.directory.url, http://localhost",
        "carme.directory.url, ldap:localhost",
        "carme.directory.url, ldap://a b",
        "carme.directory.url, ldap://192.0.2.1",
        "carme.directory.people, people",
        "carme.directory.bind.dn, 'cn=portal,dc=example,dc=org'",
        "carme.directory.bind.password.file, /nowhere"
    })
    void namesTheKeyThatIsWrong(String key, String value) {
        assertThatThrownBy(() -> read(Map.of(key, value))).hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({
        "ldaps://192.0.2.1, false",
        "ldap://192.0.2.1, true",
        "ldap://localhost:1389, false",
        "ldap://127.0.0.1, false",
        "ldap://[::1], false"
    })
    void letsPasswordsLeaveTheMachineProtectedOnly(String url, String startTls) {
        DirectorySettings settings = read(Map.of("carme.directory.url", url, "carme.directory.start-tls", startTls));

        assertThat(settings.url()).isPresent();
    }

    @Test
    void readsSecretsFromFiles(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");

        assertThat(DirectorySettings.secret(new TestConfig(Map.of("x.file", file.toString())), "x"))
                .hasValue("s3cret");
    }

    @Test
    void readsSeveralGroupsForARole() {
        assertThat(read(Map.of("carme.roles.admin", " Wheel , carme-admins")).adminGroups())
                .containsExactlyInAnyOrder("wheel", "carme-admins");
    }

    private static DirectorySettings read(Map<String, String> keys) {
        return DirectorySettings.read(new TestConfig(keys));
    }
}
