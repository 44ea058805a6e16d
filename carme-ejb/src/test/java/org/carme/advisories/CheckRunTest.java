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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order a check writes, and what is left of one that does not come to its end. */
class CheckRunTest {
    @TempDir
    Path folder;

    private final List<String> steps = new ArrayList<>();
    private boolean stopped;

    @BeforeEach
    void fill() throws IOException {
        Files.writeString(
                folder.resolve("a.json"),
                "{\"id\":\"T-1\",\"affected\":[{\"package\":{\"ecosystem\":\"PyPI\",\"name\":\"a\"},\"versions\":[\"1\"]}]}");
    }

    @Test
    void publishesAtTheVeryEnd() {
        run("").check(folder);

        assertThat(steps)
                .containsExactly("remove", "packages", "packages", "keep T-1", "compare", "count", "news", "publish 1");
    }

    @Test
    void publishesNothingOnceStopped() {
        CheckRun run = run("keep T-1");

        assertThatThrownBy(() -> run.check(folder)).isInstanceOf(CheckLostException.class);
        assertThat(steps).endsWith("keep T-1").doesNotContain("publish 1");
    }

    /** @param last step that is done before somebody stops it */
    private CheckRun run(String last) {
        return new CheckRun(new FakeStore(last), 1, Clock.systemUTC(), () -> stopped, read -> {});
    }

    /** Writes down what is asked for. */
    private final class FakeStore extends CheckStore {
        private final String last;

        FakeStore(String last) {
            this.last = last;
        }

        private void step(String step) {
            steps.add(step);
            stopped |= step.equals(last);
        }

        @Override
        boolean removeOld(long check, Tally tally) {
            step("remove");
            return false;
        }

        @Override
        List<Object[]> installed(long after) {
            step("packages");
            return after == 0 ? List.<Object[]>of(new Object[] {7L, "pkg:pypi/a@1"}) : List.of();
        }

        @Override
        void keep(long check, List<OsvAdvisory> found, Tally tally) {
            found.forEach(advisory -> step("keep " + advisory.code()));
        }

        @Override
        Optional<Long> compare(long check, long after, Tally tally) {
            step("compare");
            return Optional.empty();
        }

        @Override
        Optional<Long> count(long check, long after, Tally tally) {
            step("count");
            return Optional.empty();
        }

        @Override
        CheckRepository.News news(long check) {
            step("news");
            return new CheckRepository.News(check, 0);
        }

        @Override
        void publish(CheckRepository.News news, Tally tally) {
            step("publish " + news.check());
        }
    }
}
