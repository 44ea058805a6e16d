package org.carme.joblogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogTextTest {
    @Test
    void leavesPlainTextAsItIs() {
        assertThat(text("Grüße\n\tzwei  😀\n")).isEqualTo("Grüße\n\tzwei  😀\n");
    }

    @Test
    void removesColoursAndTitles() {
        assertThat(text("\u001b[1;31mred\u001b[0m \u001b]0;title\u0007\u001b]8;;https://x\u001b\\link\u001b(B"))
                .isEqualTo("red link");
    }

    @Test
    void showsAProgressBarAsItStoodLast() {
        assertThat(text("10 %\r50 %\r100 %\nnext\r\n")).isEqualTo("100 %\nnext\n");
    }

    @Test
    void showsNothingThatIsNotText() {
        byte[] noise = new byte[64 * 1024];
        new Random(7).nextBytes(noise);

        assertThat(LogText.of(noise).codePoints())
                .noneMatch(point -> point != '\n'
                        && point != '\t'
                        && (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT));
    }

    @Test
    void isDoneSoonWithAnything() {
        String escapes = "\u001b[".repeat(32 * 1024);

        assertThat(Duration.ofNanos(timed(escapes))).isLessThan(Duration.ofSeconds(2));
        assertThat(Duration.ofNanos(timed("\r".repeat(64 * 1024) + "x"))).isLessThan(Duration.ofSeconds(2));
        assertThat(Duration.ofNanos(timed("\u001b]" + "x".repeat(64 * 1024)))).isLessThan(Duration.ofSeconds(2));
    }

    private static long timed(String log) {
        long begin = System.nanoTime();
        text(log);
        return System.nanoTime() - begin;
    }

    private static String text(String log) {
        return LogText.of(log.getBytes(StandardCharsets.UTF_8));
    }
}
