package org.carme.users;

import com.unboundid.ldap.listener.Base64PasswordEncoderOutputFormatter;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.SaltedMessageDigestInMemoryPasswordEncoder;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.Set;

/**
 * The directory that comes along for trying Carme out: demo people in memory, kept in a file, reachable from this
 * process only.
 */
final class EmbeddedDirectory {
    private static final String BASE = "dc=example,dc=org";
    private static final String PEOPLE = "/org/carme/users/people.ldif";
    private static final int SALT_BYTES = 16;

    private EmbeddedDirectory() {}

    /**
     * Opens it with what the file holds, else with the demo people.
     *
     * @param password of every demo person
     */
    static Directory open(Path file, String password) {
        try {
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(configuration());
            fill(server, file);
            setPasswords(server, password);
            keep(server, file);
            return new Directory(server, new LocalCheck(server));
        } catch (LDAPException | LDIFException | IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("The embedded directory cannot start: " + e.getMessage(), e);
        }
    }

    private static InMemoryDirectoryServerConfig configuration() throws LDAPException, NoSuchAlgorithmException {
        InMemoryDirectoryServerConfig configuration = new InMemoryDirectoryServerConfig(BASE);
        configuration.setSchema(null);
        configuration.setAuthenticationRequiredOperationTypes(Set.<OperationType>of());
        configuration.setAllowedOperationTypes(EnumSet.allOf(OperationType.class));
        configuration.setPasswordEncoders(new SaltedMessageDigestInMemoryPasswordEncoder(
                "{SSHA512}",
                Base64PasswordEncoderOutputFormatter.getInstance(),
                MessageDigest.getInstance("SHA-512"),
                SALT_BYTES,
                true,
                true));
        return configuration;
    }

    private static void fill(InMemoryDirectoryServer server, Path file)
            throws LDAPException, LDIFException, IOException {
        if (Files.exists(file)) {
            server.importFromLDIF(true, file.toFile());
            return;
        }
        try (InputStream people = EmbeddedDirectory.class.getResourceAsStream(PEOPLE);
                LDIFReader reader = new LDIFReader(people)) {
            server.importFromLDIF(true, reader);
        }
    }

    private static void setPasswords(InMemoryDirectoryServer server, String password) throws LDAPException {
        for (SearchResultEntry person : server.search(BASE, SearchScope.SUB, "(objectClass=inetOrgPerson)", "1.1")
                .getSearchEntries()) {
            if (!accepts(server, person.getDN(), password)) {
                server.modify(person.getDN(), new Modification(ModificationType.REPLACE, "userPassword", password));
            }
        }
    }

    private static boolean accepts(InMemoryDirectoryServer server, String dn, String password) {
        try {
            server.bind(new SimpleBindRequest(dn, password));
            return true;
        } catch (LDAPException refused) {
            return false;
        }
    }

    private static void keep(InMemoryDirectoryServer server, Path file) throws LDAPException, IOException {
        Files.createDirectories(file.getParent());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        server.exportToLDIF(next.toString(), false, true);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private record LocalCheck(InMemoryDirectoryServer server) implements Directory.PasswordCheck {
        @Override
        public void check(String dn, String password) throws LDAPException {
            server.bind(new SimpleBindRequest(dn, password));
        }

        @Override
        public void close() {
            server.shutDown(true);
        }
    }
}
