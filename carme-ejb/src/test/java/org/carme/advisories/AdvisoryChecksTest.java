package org.carme.advisories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How checks end that cannot come to their end. */
class AdvisoryChecksTest {
    @TempDir
    Path folder;

    private final List<String> steps = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Semaphore hanging = new Semaphore(0);
    private CountDownLatch hang = new CountDownLatch(0);
    private boolean canBeNoted;

    @Test
    void leavesAStoppedCheckToBeTakenUp() {
        assertThat(checks(folder).run(() -> true, read -> {}, lines::add)).isEqualTo("STOPPED");
        assertThat(steps).isEmpty();
    }

    @Test
    void saysWhatItHasLookedAtAndFound() throws IOException {
        Files.writeString(
                folder.resolve("a.json"),
                "{\"id\":\"T-1\",\"modified\":\"2026-01-02T03:04:05Z\",\"affected\":"
                        + "[{\"package\":{\"ecosystem\":\"PyPI\",\"name\":\"a\"},\"versions\":[\"1\"]}]}");
        Files.writeString(folder.resolve("b.json"), "{");

        assertThat(checks(folder).run(() -> false, read -> {}, lines::add)).isEqualTo("READ 1 CONCERNED 0 SKIPPED 1");
        assertThat(lines)
                .containsExactly(
                        "Comparing what is inside images with the advisories in " + folder,
                        "Advisories read: 1, about packages inside images: 0, left out: 1",
                        "In *.json: 1, last changed at 2026-01-02T03:04:05Z",
                        "Left out as not-json: 1, such as b.json");
    }

    @Test
    void saysNothingMoreOnceStopped() {
        checks(folder).run(() -> !lines.isEmpty(), read -> {}, lines::add);

        assertThat(lines).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gone"})
    @Timeout(30)
    void writesNothingWhenItGoesOnAfterItWasGivenUp(String name) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("a.json"), "{");
        hang = new CountDownLatch(1);
        AtomicBoolean stopped = new AtomicBoolean();
        AdvisoryChecks checks = checks(folder.resolve(name));
        CompletableFuture<String> late =
                CompletableFuture.supplyAsync(() -> checks.run(stopped::get, read -> {}, lines::add));
        hanging.acquire();

        stopped.set(true);
        hang.countDown();

        assertThat(late.handle((outcome, failure) -> failure == null ? outcome : failure.toString())
                        .join())
                .matches("STOPPED|.*FolderUnreadableException.*");
        assertThat(steps).isEmpty();
        assertThat(lines).hasSize(1);
    }

    @Test
    @Timeout(30)
    void failsWhileTwoHang() throws InterruptedException {
        hang = new CountDownLatch(1);
        AdvisoryChecks checks = checks(folder);
        List<CompletableFuture<String>> both = Stream.of(1, 2)
                .map(one -> CompletableFuture.supplyAsync(() -> checks.run(() -> false, read -> {}, line -> {})))
                .toList();
        hanging.acquire(2);

        assertThatThrownBy(() -> checks.run(() -> false, read -> {}, lines::add))
                .isInstanceOf(ChecksWaitException.class)
                .hasMessageContaining(folder.toString());
        hang.countDown();

        both.forEach(one -> assertThat(one.join()).startsWith("READ"));
        assertThat(checks.run(() -> false, read -> {}, lines::add)).startsWith("READ");
    }

    private AdvisoryChecks checks(Path of) {
        AdvisoryChecks checks = new AdvisoryChecks();
        checks.settings = new AdvisorySettings(Optional.of(of));
        checks.store = new FakeStore();
        checks.news = new AdvisoryNews() {
            @Override
            boolean isAny() {
                return false;
            }
        };
        checks.clock = Clock.systemUTC();
        return checks;
    }

    @Test
    void endsACheckBeforeItNotesWhatItHasSkipped() {
        AdvisoryChecks checks = checks(folder.resolve("gone"));

        assertThatThrownBy(() -> checks.run(() -> false, read -> {}, lines::add))
                .hasMessage("It cannot be noted.");
        assertThat(steps).containsExactly("fail", "note UNREADABLE");
    }

    @Test
    void failsWithoutItsFolder() {
        canBeNoted = true;

        assertThatThrownBy(() -> checks(folder.resolve("gone")).run(() -> false, read -> {}, lines::add))
                .isInstanceOf(FolderUnreadableException.class)
                .hasMessageContaining("gone");
        assertThat(steps).containsExactly("fail", "note UNREADABLE");
    }

    private final class FakeStore extends CheckStore {
        @Override
        Optional<Long> begin() {
            return Optional.of(1L);
        }

        @Override
        boolean removeOld(long check, Tally tally) {
            return false;
        }

        @Override
        List<Object[]> installed(long after) {
            hanging.release();
            try {
                hang.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return List.of();
        }

        @Override
        void keep(long check, List<OsvAdvisory> advisories, Tally tally) {
            assertThat(advisories).hasSizeLessThan(2);
        }

        @Override
        Optional<Long> compare(long check, long after, Tally tally) {
            return Optional.empty();
        }

        @Override
        Optional<Long> count(long check, long after, Tally tally) {
            return Optional.empty();
        }

        @Override
        CheckRepository.News news(long check) {
            return null;
        }

        @Override
        void publish(CheckRepository.News news, Tally tally) {
            assertThat(news).isNull();
            steps.add("publish");
        }

        @Override
        boolean fail(long check, Tally tally) {
            steps.add("fail");
            return true;
        }

        @Override
        void note(long check, Tally tally) {
            steps.add("note " + tally.reasons().get(0).reason());
            if (!canBeNoted) {
                throw new IllegalStateException("It cannot be noted.");
            }
        }
    }
}
