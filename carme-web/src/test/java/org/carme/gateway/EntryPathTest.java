package org.carme.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryPathTest {
    private static final String JOB = "/entry/abcdefghijklmnopqrstuvwxyz/";

    @Test
    void keepsWhatTheServiceIsAskedFor() {
        EntryPath path =
                EntryPath.parse(JOB + "jupyter/a%20b/c%2Fd", "x=%2e%2e&y").orElseThrow();

        assertThat(path.forService(false)).isEqualTo(JOB + "jupyter/a%20b/c%2Fd?x=%2e%2e&y");
        assertThat(path.forService(true)).isEqualTo("/a%20b/c%2Fd?x=%2e%2e&y");
        assertThat(path.base()).isEqualTo(JOB + "jupyter");
    }

    @Test
    void knowsTheGatewaysOwnCorner() {
        assertThat(EntryPath.parse(JOB + "-/open", null).orElseThrow().isOwn()).isTrue();
        assertThat(EntryPath.parse(JOB + "a-/open", null).orElseThrow().isOwn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jupyter/../terminal",
                "jupyter/%2E./x",
                "jupyter/a%2f..%2fb",
                "jupyter/a%5c..",
                "jupyter/..;x/y",
                "jupyter/.",
                "Jupyter/x",
                "1up/x",
                "jupyter/a b",
                "jupyter/\u00e4",
                "jupyter/a\\b",
                "jupyter/#x"
            })
    void refusesWhatWouldMeanSomethingElseElsewhere(String rest) {
        assertThat(EntryPath.parse(JOB + rest, null)).isEmpty();
    }

    @Test
    void refusesOddQueries() {
        assertThat(EntryPath.parse(JOB + "jupyter/x", "a b")).isEmpty();
        assertThat(EntryPath.parse("/entry/short/jupyter/x", null)).isEmpty();
    }
}
