package org.carme.users;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.carme.common.SettableClock;
import org.carme.common.TestConfig;

/** The embedded directory with the demo people and more-people.ldif, and a switch for its absence. */
final class TestDirectory {
    static final String PASSWORD = "correct horse";

    final SettableClock clock;
    final DirectoryService service = new DirectoryService();
    final LDAPInterface entries;
    private boolean away;

    TestDirectory(Path folder, SettableClock clock) throws IOException {
        this.clock = clock;
        Files.writeString(folder.resolve("directory.ldif"), content("people.ldif") + content("more-people.ldif"));
        TestConfig config = new TestConfig(Map.of("carme.data", folder.toString(), "carme.demo.password", PASSWORD));
        Directory embedded = EmbeddedDirectory.open(config);
        entries = embedded.search();
        service.clock = clock;
        service.use(
                new Directory(
                        switched(LDAPInterface.class, entries),
                        switched(Directory.Passwords.class, embedded.passwords())),
                DirectorySettings.read(config));
    }

    List<String> entriesBelow(String base) throws LDAPException {
        return entries.search(base, SearchScope.ONE, "(objectClass=*)", "1.1").getSearchEntries().stream()
                .map(SearchResultEntry::getDN)
                .toList();
    }

    void away(boolean now) {
        away = now;
    }

    private static String content(String name) throws IOException {
        try (InputStream stream = TestDirectory.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private <T> T switched(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                TestDirectory.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (away) {
                        throw new LDAPSearchException(ResultCode.CONNECT_ERROR, "away");
                    }
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
