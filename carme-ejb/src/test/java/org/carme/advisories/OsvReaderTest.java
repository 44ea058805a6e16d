package org.carme.advisories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an advisory says of packages that somebody has. */
class OsvReaderTest {
    private static final String HEAD = "{\"id\":\"T-1\",\"modified\":\"2026-01-02T03:04:05Z\",";

    @ParameterizedTest
    @CsvSource({
        // installed, introduced, other event, whether it is concerned, fixed
        "1.4,0,fixed 1.5,true,1.5",
        "1.5,0,fixed 1.5,false,",
        "1.5rc1,0,fixed 1.5,true,1.5",
        "1.5+cu121,0,fixed 1.5,false,",
        "1.4,1.4,fixed 1.5,true,1.5",
        "1.4.dev1,1.4,fixed 1.5,false,1.5",
        "1.5,0,last_affected 1.5,true,",
        "1.5.post1,0,last_affected 1.5,false,",
        "99,0,nothing 1,true,",
        "1.4,0,limit 1.4,false,",
    })
    void followsTheEvents(String version, String introduced, String event, boolean isConcerned, String fixed)
            throws SkippedException {
        String[] other = event.split(" ");
        String file = HEAD
                + affected(
                        "PyPI",
                        "Some_Package",
                        "\"ranges\":[{\"type\":\"ECOSYSTEM\",\"events\":[{\"%s\":\"%s\"},{\"introduced\":\"%s\"}]}]"
                                .formatted(other[0], other[1], introduced));

        List<OsvAdvisory.Match> matches = read(file, "pkg:pypi/some-package@" + version.replace("+", "%2B"))
                .matches();

        assertThat(!matches.isEmpty()).isEqualTo(isConcerned);
        if (isConcerned) {
            assertThat(matches.get(0).fixed()).isEqualTo(fixed == null ? "" : fixed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Debian:12,pkg:deb/debian/libssl3@3.0.9-1?distro=debian-12&upstream=openssl,true",
        "Debian:12,pkg:deb/debian/libssl3@3.0.9-1?distro=debian-12.4&upstream=openssl,true",
        "Debian:12,pkg:deb/debian/libssl3@3.0.9-1?distro=debian-11&upstream=openssl,false",
        "Debian,pkg:deb/debian/libssl3@3.0.9-1?distro=debian-11&upstream=openssl,true",
        "Debian:12,pkg:deb/debian/libssl3@3.0.9-1?upstream=openssl,false",
        "Debian:12,pkg:deb/debian/libssl3@9-1?distro=debian-12&upstream=openssl%403.0.9-1,true",
        "Debian:12,pkg:deb/debian/openssl@3.0.10-1?distro=debian-12,false",
        "Ubuntu:22.04:LTS,pkg:deb/ubuntu/openssl@3.0.2-0ubuntu1?distro=ubuntu-22.04,true",
        "Ubuntu:Pro:22.04:LTS,pkg:deb/ubuntu/openssl@3.0.2-0ubuntu1?distro=ubuntu-22.04,false",
        "Debian:12,pkg:deb/ubuntu/openssl@3.0.2-0ubuntu1?distro=ubuntu-22.04,false",
        "Debian:12,pkg:conda/openssl@3.0.2,false",
        "Alpine:v3.18,pkg:deb/debian/openssl@3.0.9-1?distro=debian-12,false",
    })
    void knowsPackagesByTheirSourceAndRelease(String ecosystem, String url, boolean isConcerned)
            throws SkippedException {
        String file = HEAD
                + affected(
                        ecosystem,
                        "openssl",
                        "\"ranges\":[{\"type\":\"ECOSYSTEM\",\"events\":[{\"introduced\":\"0\"},{\"fixed\":\"3.0.10-1\"}]}]");

        assertThat(!read(file, url).matches().isEmpty()).isEqualTo(isConcerned);
    }

    @Test
    void takesVersionsFromListsAsWell() throws SkippedException {
        String file = HEAD + affected("PyPI", "a", "\"versions\":[\"1.0\",\"2004d\"]");

        assertThat(read(file, "pkg:pypi/a@1").matches()).hasSize(1);
        assertThat(read(file, "pkg:pypi/a@2004d").matches()).hasSize(1);
        assertThat(read(file, "pkg:pypi/a@1.1").matches()).isEmpty();
    }

    @Test
    void takesNoEventForAVersionThatIsNone() throws SkippedException {
        String file = HEAD
                + affected(
                        "Debian:12",
                        "a",
                        "\"ranges\":[{\"type\":\"GIT\",\"events\":[{\"introduced\":\"0\"}]},"
                                + "{\"type\":\"ECOSYSTEM\",\"events\":[{\"introduced\":\"0\"},{\"fixed\":\"<unfixed>\"}]}]");

        assertThat(read(file, "pkg:deb/debian/a@1?distro=debian-12").matches())
                .extracting(OsvAdvisory.Match::fixed)
                .containsExactly("");
    }

    @Test
    void gathersNamesAndASummary() throws SkippedException {
        String file = HEAD
                + "\"aliases\":[\"CVE-2026-1\",\"CVE-2026-1 \"],\"upstream\":[\"CVE-2026-2\"],\"unheard\":{\"of\":[1]},"
                + "\"details\":\"A  long\\nstory.\"," + affected("PyPI", "a", "\"versions\":[\"1\"]");

        OsvAdvisory advisory = read(file, "pkg:pypi/a@1");

        assertThat(advisory.names()).containsExactly("T-1", "CVE-2026-1", "CVE-2026-2");
        assertThat(advisory.summary()).isEqualTo("A long story.");
        assertThat(advisory.modified()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"severity\":[{\"type\":\"CVSS_V3\",\"score\":\"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\"}],|CRITICAL",
                "\"severity\":[{\"type\":\"CVSS_V3\",\"score\":\"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H\"}],|HIGH",
                "\"severity\":[{\"type\":\"CVSS_V3\",\"score\":\"CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N\"}],|MEDIUM",
                "\"severity\":[{\"type\":\"CVSS_V3\",\"score\":\"CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N\"}],|LOW",
                "\"severity\":[{\"type\":\"CVSS_V3\",\"score\":\"nonsense\"}],|UNRATED",
                "\"severity\":[{\"type\":\"CVSS_V3\",\"score\":\"CVSS:3.1/AV:X\"}],|UNRATED",
                "\"severity\":[{\"type\":\"CVSS_V4\",\"score\":\"CVSS:4.0/AV:N\"}],\"database_specific\":{\"severity\":\"MODERATE\"},|MEDIUM",
                "\"severity\":[{\"type\":\"Ubuntu\",\"score\":\"low\"}],|LOW",
                "\"severity\":7,|UNRATED",
                "\"summary\":\"\",|UNRATED",
            })
    void rates(String fields, Severity severity) throws SkippedException {
        String file = HEAD + fields + affected("PyPI", "a", "\"versions\":[\"1\"]");

        assertThat(read(file, "pkg:pypi/a@1").severity()).isEqualTo(severity);
    }

    @Test
    void believesTheDistributionFirst() throws SkippedException {
        String file = HEAD
                + "\"severity\":[{\"type\":\"CVSS_V3\",\"score\":\"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\"}],"
                + affected("PyPI", "a", "\"versions\":[\"1\"],\"ecosystem_specific\":{\"urgency\":\"unimportant\"}");

        assertThat(read(file, "pkg:pypi/a@1").severity()).isEqualTo(Severity.LOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|NOT_JSON",
                "{\"id\":\"T-1\"|NOT_JSON",
                "|NOT_JSON",
                "[1]|NOT_OSV",
                "{}|NOT_OSV",
                "{\"id\":7}|NOT_OSV",
                "{\"id\":\"T-1\",\"modified\":\"yesterday\"}|NOT_OSV",
                "{\"id\":\"T-1\",\"affected\":[7]}|NOT_OSV",
                "{\"id\":\"T-1\",\"affected\":[{\"package\":7}]}|NOT_OSV",
                "{\"id\":\"T-1\",\"affected\":[{\"package\":{\"ecosystem\":\"PyPI\",\"name\":\"a\"},\"versions\":[7]}]}|NOT_OSV",
                "{\"id\":\"T-1\",\"affected\":[{\"package\":{\"ecosystem\":\"PyPI\",\"name\":\"a\"},\"ranges\":{}}]}|NOT_OSV",
                "{\"id\":\"T-1\",\"withdrawn\":\"2026-01-01T00:00:00Z\"}|WITHDRAWN",
            })
    void saysWhatItLeavesOut(String file, SkipReason reason) {
        assertThatThrownBy(() -> read(file == null ? "" : file, "pkg:pypi/a@1"))
                .isInstanceOfSatisfying(
                        SkippedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void takesDeepJsonForBroken() {
        assertThatThrownBy(() -> read("{\"id\":\"T-1\",\"severity\":" + "[".repeat(100_000), "pkg:pypi/a@1"))
                .isInstanceOf(SkippedException.class);
    }

    private static String affected(String ecosystem, String name, String more) {
        return "\"affected\":[{\"package\":{\"ecosystem\":\"%s\",\"name\":\"%s\"},%s}]}"
                .formatted(ecosystem, name, more);
    }

    private static OsvAdvisory read(String file, String... urls) throws SkippedException {
        InstalledPackages installed = new InstalledPackages();
        Stream.of(urls).forEach(url -> installed.add(1, url));
        return OsvReader.read(file.getBytes(StandardCharsets.UTF_8), installed);
    }
}
