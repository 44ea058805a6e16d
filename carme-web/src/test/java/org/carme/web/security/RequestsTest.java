package org.carme.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/login.xhtml", "/jakarta.faces.resource/carme.css.xhtml", "/error.xhtml", "/favicon.ico"})
    void showsAnybodyWhatTheLoginPageNeeds(String path) {
        assertThat(Requests.isOpen(FakeRequest.get(path).build())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.xhtml", "/login.xhtml.txt", "/login.xhtml/index.xhtml", "/jobs/error/x"})
    void showsNothingElse(String path) {
        assertThat(Requests.isOpen(FakeRequest.get(path).build())).isFalse();
    }

    @Test
    void takesClicksAndFormsForActions() {
        assertThat(Requests.isBackground(FakeRequest.get("/index.xhtml").build()))
                .isFalse();
        assertThat(Requests.isBackground(FakeRequest.post("/index.xhtml")
                        .header("Faces-Request", "partial/ajax")
                        .build()))
                .isFalse();
        assertThat(Requests.isBackground(FakeRequest.get("/index.xhtml")
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Sec-Fetch-Dest", "document")
                        .build()))
                .as("a link on another site")
                .isFalse();
    }

    @Test
    void knowsTrafficThatNobodyHasCaused() {
        assertThat(Requests.isBackground(FakeRequest.get("/status")
                        .header("Carme-Background", "true")
                        .build()))
                .isTrue();
        assertThat(Requests.isBackground(FakeRequest.post("/index.xhtml")
                        .header("Faces-Request", "partial/ajax")
                        .parameter("carme.background", "true")
                        .build()))
                .isTrue();
        assertThat(Requests.isBackground(FakeRequest.get("/jakarta.faces.push/jobs")
                        .header("Upgrade", "websocket")
                        .build()))
                .isTrue();
        assertThat(Requests.isBackground(FakeRequest.get("/index.xhtml")
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Sec-Fetch-Dest", "image")
                        .build()))
                .as("a picture on another site")
                .isTrue();
    }
}
