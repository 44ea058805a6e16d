package org.carme.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalLoginTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.xhtml", "/jobs/show.xhtml?id=5&x=%2F"})
    void returnsToOwnPages(String path) {
        assertThat(PortalLogin.safeTarget(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "index.xhtml",
                "/x\r\nSet-Cookie: a=b",
                "/\t/evil.example",
                "/login.xhtml?to=/login.xhtml"
            })
    void goesHomeRatherThanElsewhere(String path) {
        assertThat(PortalLogin.safeTarget(path)).isEqualTo("/index.xhtml");
    }
}
