package org.carme.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.carme.gateway.upstream.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfinementTest {
    private static final String JOB = "/entry/abcdefghijklmnopqrstuvwxyz/";
    private static final GatewayAddress ADDRESS =
            new GatewayAddress(URI.create("http://127.0.0.1:8081"), URI.create("http://localhost:8080"));
    private static final EntryPath PATH = EntryPath.parse(JOB + "web/x", null).orElseThrow();

    private final Confinement keeping = new Confinement(PATH, false, ADDRESS);
    private final Confinement stripping = new Confinement(PATH, true, ADDRESS);

    @ParameterizedTest
    @CsvSource({
        "a=1, a=1; Path=" + JOB + "web/",
        "a=1; path=/, a=1; Path=" + JOB + "web/",
        "a=1; Domain=example.org; Secure, a=1; Secure; Path=" + JOB + "web/",
        "a=1; Path=" + JOB + "web/sub, a=1; Path=" + JOB + "web/sub",
        "a=1; Path=/entry/other, a=1; Path=" + JOB + "web/",
    })
    void keepsCookiesWithinTheJob(String sent, String got) {
        assertThat(keeping.value(new Header("Set-Cookie", sent))).contains(got);
    }

    @ParameterizedTest
    @CsvSource({
        "carme-entry=x",
        "__Secure-CARME-entry=x",
        "carme-session=x",
        "__Host-a=x; Path=/; Secure",
        "=x",
        "a b=c"
    })
    void dropsCookiesThatAreNotTheServices(String sent) {
        assertThat(keeping.value(new Header("Set-Cookie", sent))).isEmpty();
    }

    @Test
    void putsTheBaseBackWhereItWasStripped() {
        assertThat(stripping.value(new Header("Set-Cookie", "a=1; Path=/sub")))
                .contains("a=1; Path=" + JOB + "web/sub");
        assertThat(stripping.value(new Header("Location", "/login?x"))).contains(JOB + "web/login?x");
        assertThat(stripping.value(new Header("Location", "http://127.0.0.1:8081/login")))
                .contains(JOB + "web/login");
        assertThat(stripping.value(new Header("Location", "next"))).contains("next");
        assertThat(stripping.value(new Header("Location", "https://example.org/x")))
                .contains("https://example.org/x");
        assertThat(stripping.value(new Header("Location", "//example.org/x"))).contains("//example.org/x");
    }

    @ParameterizedTest
    @CsvSource({
        "Connection",
        "Transfer-Encoding",
        "Clear-Site-Data",
        "Service-Worker-Allowed",
        "X-Accel-Redirect",
        "Alt-Svc"
    })
    void dropsWhatSpeaksForMoreThanTheService(String name) {
        assertThat(keeping.value(new Header(name, "x"))).isEmpty();
    }
}
