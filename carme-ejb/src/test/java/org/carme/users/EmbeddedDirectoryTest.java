package org.carme.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.carme.common.TestConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDirectoryTest {
    private static final String ALICE = "uid=alice,ou=people,dc=example,dc=org";

    @TempDir
    private Path folder;

    @Test
    void givesEverybodyTheDemoPassword() {
        Directory directory = open("first");

        assertThatCode(() -> directory.passwords().bind(new SimpleBindRequest(ALICE, "first")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> directory.passwords().bind(new SimpleBindRequest(ALICE, "other")))
                .isInstanceOf(LDAPException.class);
    }

    @Test
    void keepsChangesButFollowsANewDemoPassword() throws LDAPException {
        open("first").close();
        Directory directory = open("second");

        assertThatCode(() -> directory.passwords().bind(new SimpleBindRequest(ALICE, "second")))
                .doesNotThrowAnyException();
        assertThat(directory.search().getEntry(ALICE)).isNotNull();
    }

    @Test
    void keepsPasswordsThatTheirOwnersHaveChosen() throws LDAPException {
        Directory first = open("first");
        assertThatThrownBy(() -> first.passwords().change(ALICE, "guess", "her own"))
                .isInstanceOf(LDAPException.class);
        first.passwords().change(ALICE, "first", "her own");
        first.close();
        Directory second = open("second");

        second.passwords().bind(new SimpleBindRequest(ALICE, "her own"));
        assertThatThrownBy(() -> second.passwords().bind(new SimpleBindRequest(ALICE, "second")))
                .isInstanceOf(LDAPException.class);
    }

    @Test
    void keepsHashesOnlyAndForItselfAlone() throws IOException {
        open("open sesame").close();
        Path file = folder.resolve("directory.ldif");

        assertThat(Files.readString(file)).doesNotContain("open sesame");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void makesAPasswordWhenNobodyHasChosenOne() throws IOException, LDAPException {
        Directory directory = EmbeddedDirectory.open(new TestConfig(Map.of("carme.data", folder.toString())));
        Path file = folder.resolve("demo-password");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        directory.passwords().bind(new SimpleBindRequest(ALICE, Files.readString(file)));
    }

    private Directory open(String password) {
        return EmbeddedDirectory.open(
                new TestConfig(Map.of("carme.data", folder.toString(), "carme.demo.password", password)));
    }
}
