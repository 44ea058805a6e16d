package org.carme.users;

import com.unboundid.ldap.listener.Base64PasswordEncoderOutputFormatter;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.SaltedMessageDigestInMemoryPasswordEncoder;
import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import com.unboundid.ldif.LDIFWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.carme.common.Secrets;
import org.eclipse.microprofile.config.Config;

/**
 * The directory that comes along for trying Carme out: demo people in memory, kept in a file, reachable from this
 * process only.
 */
final class EmbeddedDirectory {
    private static final String BASE = "dc=example,dc=org";
    private static final String PEOPLE = "/org/carme/users/people.ldif";
    /** Marks who has chosen a password of his own. */
    private static final String OWN = "carmeOwnPassword";

    private static final String WITH_DEMO_PASSWORD = "(&(objectClass=inetOrgPerson)(!(" + OWN + "=*)))";
    private static final int SALT_BYTES = 16;
    private static final Logger LOG = System.getLogger(EmbeddedDirectory.class.getName());
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private EmbeddedDirectory() {}

    /** Opens it with what its file in {@code carme.data} holds, else with the demo people. */
    static Directory open(Config config) {
        Path folder = config.getOptionalValue("carme.data", String.class)
                .map(Path::of)
                .orElseThrow(() -> new IllegalStateException("carme.data is not set"));
        try {
            Files.createDirectories(folder);
            Optional<String> given = DirectorySettings.secret(config, "carme.demo.password");
            return open(folder.resolve("directory.ldif"), given.isPresent() ? given.get() : ownPassword(folder));
        } catch (LDAPException | LDIFException | IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("The embedded directory cannot start: " + e.getMessage(), e);
        }
    }

    private static Directory open(Path file, String password)
            throws LDAPException, LDIFException, IOException, NoSuchAlgorithmException {
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(configuration());
        fill(server, file);
        setPasswords(server, password);
        keep(server, file);
        return new Directory(server, new LocalPasswords(server, file));
    }

    /** Nobody has chosen a password for the demo people: one is made, once. */
    private static String ownPassword(Path folder) throws IOException {
        Path file = folder.resolve("demo-password");
        if (Files.notExists(file)) {
            Files.createFile(file, OWNER_ONLY);
            Files.writeString(file, Secrets.random());
            LOG.log(Level.INFO, "The password of the demo people is in {0}", file);
        }
        return Files.readString(file).strip();
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
        for (SearchResultEntry person :
                server.search(BASE, SearchScope.SUB, WITH_DEMO_PASSWORD, "1.1").getSearchEntries()) {
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
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, OWNER_ONLY);
        try (LDIFWriter writer = new LDIFWriter(Files.newOutputStream(next))) {
            server.exportToLDIF(writer, false, true, false);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private record LocalPasswords(InMemoryDirectoryServer server, Path file) implements Directory.Passwords {
        @Override
        public void bind(BindRequest request) throws LDAPException {
            server.bind(request);
        }

        @Override
        public void change(String dn, String present, String next) throws LDAPException {
            server.bind(new SimpleBindRequest(dn, present));
            server.modify(
                    dn,
                    new Modification(ModificationType.REPLACE, "userPassword", next),
                    new Modification(ModificationType.REPLACE, OWN, "TRUE"));
            try {
                synchronized (server) {
                    keep(server, file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            server.shutDown(true);
        }
    }
}
