package org.carme.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;
import org.carme.common.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryServiceTest {
    @TempDir
    private Path folder;

    private TestDirectory directory;
    private DirectoryService people;

    @BeforeEach
    void open() throws IOException {
        directory = new TestDirectory(folder, new SettableClock());
        people = directory.service;
    }

    @Test
    void knowsAPersonWithTheRightPassword() {
        Person carla = logIn("carla", TestDirectory.PASSWORD);

        assertThat(carla.displayName()).isEqualTo("Carla Example");
        assertThat(carla.uid()).hasValue(7003L);
        assertThat(carla.home()).hasValue("/home/carla");
        assertThat(carla.groups()).containsExactlyInAnyOrder("carme-users", "image-managers");
        assertThat(carla.roles()).containsExactlyInAnyOrder(Role.USER, Role.IMAGE_MANAGER);
    }

    @Test
    void countsPrimaryAndNestedGroups() {
        Person nora = people.person("nora");

        assertThat(nora.groups()).containsExactlyInAnyOrder("lab", "physics", "CARME-USERS", "institute");
        assertThat(nora.roles()).as("names of groups have no case").containsExactly(Role.USER);
    }

    @Test
    void followsARenamedGroupWithinAMinute() throws LDAPException {
        assertThat(people.person("carla").groups()).contains("image-managers");
        directory.entries.modifyDN("cn=image-managers,ou=groups,dc=example,dc=org", "cn=image-people", true);
        directory.clock.forward(Duration.ofMinutes(1));

        Person carla = people.person("carla");
        assertThat(carla.groups()).contains("image-people").doesNotContain("image-managers");
        assertThat(carla.roles()).as("the role is given by the old name").containsExactly(Role.USER);
        assertThat(people.census().groups()).contains("image-people").doesNotContain("image-managers");
    }

    @Test
    void knowsPeopleWithoutUnixAccount() {
        assertThat(logIn("dora", TestDirectory.PASSWORD).uid()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"alice, wrong", "alice, ''", "nobody, correct horse", "lotte, wrong", "otto, wrong", "mia, wrong"})
    void refusesAllThatIsWrongWithOneWord(String name, String password) {
        assertRefused(() -> logIn(name, password), ErrorCode.LOGIN_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 1_000_000})
    void refusesEndlessPasswords(int length) {
        assertRefused(() -> logIn("alice", "x".repeat(length)), ErrorCode.LOGIN_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"lotte, ACCOUNT_LOCKED", "ines, ACCOUNT_LOCKED", "otto, ACCOUNT_EXPIRED", "mia, NOT_PERMITTED"})
    void tellsWhoKnowsThePasswordWhyItIsOfNoUse(String name, ErrorCode code) {
        assertRefused(() -> logIn(name, TestDirectory.PASSWORD), code);
    }

    @Test
    void ignoresATemporaryLockThatTheServerNoLongerEnforces() {
        assertThatCode(() -> logIn("timo", TestDirectory.PASSWORD)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "lotte", "otto", "*", "", "alice)(uid=*"})
    void findsNobodyWhoMayNotUseAnAccount(String name) {
        assertThat(people.find(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ali, alice",
        "ALI, alice",
        "' alice ', alice",
        "Alice E, alice",
        "jürgen m, juergen",
        "MÜLL, juergen",
        "a*(, star",
        "'a*(b)\\', star",
        "Star, star"
    })
    void findsPeopleByHowTheirNamesBegin(String text, String found) {
        assertThat(people.people(text, 20)).extracting(PersonName::name).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", " a ", "**", "*)(uid=*", "()", "\\2a", "xample", "nobody"})
    void findsNobodyByAnythingElse(String text) {
        assertThat(people.people(text, 20)).isEmpty();
    }

    @Test
    void offersPeopleByNameAndNotTooMany() {
        assertThat(people.people("Example", 20))
                .extracting(PersonName::name)
                .contains("alice", "bob", "nora")
                .doesNotContain("lotte", "otto")
                .isSorted();
        assertThat(people.people("Example", 2)).hasSize(2);
        assertThat(people.people("jü", 2)).containsExactly(new PersonName("juergen", "Jürgen Müller"));
    }

    @Test
    void offersSomeOfVeryMany() throws LDAPException, LDIFException {
        for (int i = 0; i < 300; i++) {
            directory.entries.add(
                    "dn: uid=many%d,ou=people,dc=example,dc=org".formatted(i),
                    "objectClass: inetOrgPerson",
                    "uid: many" + i,
                    "cn: Many " + i,
                    "sn: Many");
        }

        assertThat(people.people("many", 100)).hasSize(20);
    }

    @Test
    void findsNobodyWhileTheDirectoryIsAway() {
        directory.away(true);

        assertThatThrownBy(() -> people.people("alice", 20)).isInstanceOf(DirectoryUnavailableException.class);
    }

    @Test
    void countsEverybodyAsEachIsFound() {
        Census census = people.census();

        assertThat(census.complete()).isTrue();
        assertThat(census.people().keySet()).contains("alice", "lotte", "otto", "juergen");
        assertThat(census.closed()).containsExactlyInAnyOrder("lotte", "ines", "otto");
        assertThat(census.groups()).contains("lab", "physics", "CARME-USERS", "institute", "admins");
        census.people().values().stream()
                .filter(person -> !census.closed().contains(person.name()))
                .forEach(person -> assertThat(person).isEqualTo(people.person(person.name())));
    }

    @Test
    void tellsAbsenceOfPeopleFromThatOfTheDirectory() throws LDAPException {
        assertThat(people.exists("lotte")).as("locked, but there").isTrue();
        assertThat(people.exists("nobody")).isFalse();
        assertThat(people.exists("*")).isFalse();
        directory.away(true);
        assertThatThrownBy(() -> people.exists("alice")).isInstanceOf(DirectoryUnavailableException.class);
        assertThatThrownBy(people::census).isInstanceOf(DirectoryUnavailableException.class);
    }

    @Test
    void takesAMissingBranchForAnOutage() throws LDAPException {
        for (String name : directory.entriesBelow("ou=people,dc=example,dc=org")) {
            directory.entries.delete(name);
        }
        assertThat(people.exists("alice")).isFalse();
        directory.entries.delete("ou=people,dc=example,dc=org");

        assertThatThrownBy(() -> people.exists("alice")).isInstanceOf(DirectoryUnavailableException.class);
    }

    @Test
    void noticesWithinAMinuteThatSomebodyHasLeft() throws LDAPException {
        assertThat(people.find("bob")).isPresent();
        directory.entries.delete("uid=bob,ou=people,dc=example,dc=org");
        assertThat(people.find("bob")).as("kept for a moment").isPresent();
        directory.clock.forward(Duration.ofSeconds(61));

        assertThat(people.find("bob")).isEmpty();
        assertThatThrownBy(() -> people.person("bob")).isInstanceOf(UnknownPersonException.class);
    }

    @Test
    void noticesWithinAMinuteThatARightIsGone() throws LDAPException {
        assertThat(people.person("admin").roles()).contains(Role.ADMIN);
        directory.entries.modify(
                "cn=admins,ou=groups,dc=example,dc=org", new Modification(ModificationType.DELETE, "member"));
        directory.clock.forward(Duration.ofSeconds(61));

        assertThat(people.person("admin").roles()).containsExactly(Role.USER);
    }

    @Test
    void listsWhoHasARoleThroughGroupsOfGroupsToo() throws LDAPException {
        Administrators administrators = new Administrators();
        administrators.directory = people;
        assertThat(administrators.all()).containsExactly("admin");
        directory.entries.modify(
                "cn=admins,ou=groups,dc=example,dc=org",
                new Modification(
                        ModificationType.ADD,
                        "member",
                        "cn=lab,ou=groups,dc=example,dc=org",
                        "cn=Everybody,ou=groups,dc=example,dc=org",
                        "uid=left,ou=people,dc=example,dc=org"));
        directory.clock.forward(Duration.ofSeconds(61));

        assertThat(administrators.all())
                .as("nora by her primary group; locked and expired accounts are none")
                .contains("admin", "nora", "dora")
                .doesNotContain("lotte", "otto", "left");
        directory.away(true);
        assertThatThrownBy(administrators::all).isInstanceOf(DirectoryUnavailableException.class);
    }

    @Test
    void keepsWhatItKnowsForAnHourWhileTheDirectoryIsAway() {
        people.person("alice");
        directory.away(true);
        directory.clock.forward(Duration.ofMinutes(30));

        assertThat(people.find("alice")).isPresent();
        assertThatThrownBy(() -> people.find("bob")).isInstanceOf(DirectoryUnavailableException.class);
        assertThat(people.isReachable()).isFalse();
        assertThat(people.awaySince()).hasValue(directory.clock.instant());
        directory.clock.forward(Duration.ofMinutes(31));
        assertThatThrownBy(() -> people.find("alice")).isInstanceOf(DirectoryUnavailableException.class);
    }

    @Test
    void asksAnAbsentDirectoryOnceInAWhileOnly() {
        directory.away(true);
        assertRefused(() -> logIn("alice", TestDirectory.PASSWORD), ErrorCode.DIRECTORY_UNAVAILABLE);
        directory.away(false);

        assertRefused(() -> logIn("alice", TestDirectory.PASSWORD), ErrorCode.DIRECTORY_UNAVAILABLE);
        directory.clock.forward(Duration.ofSeconds(5));
        assertThat(logIn("alice", TestDirectory.PASSWORD).name()).isEqualTo("alice");
        assertThat(people.isReachable()).isTrue();
    }

    private Person logIn(String name, String password) {
        return people.authenticate(new UserName(name), password);
    }

    private static void assertRefused(ThrowingCallable login, ErrorCode code) {
        assertThatThrownBy(login)
                .isInstanceOfSatisfying(
                        CarmeException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
