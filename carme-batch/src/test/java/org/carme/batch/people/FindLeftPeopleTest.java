package org.carme.batch.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.carme.batch.Silence;
import org.carme.people.LeftPeople;
import org.carme.people.SeenMissing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FindLeftPeopleTest {
    @Test
    void handsOnWhomItHasMissed() {
        SeenMissing seen = new SeenMissing(Set.of("gone", "left"), Instant.parse("2026-03-01T12:00:00Z"));
        FindLeftPeople step = Silence.around(new FindLeftPeople());
        step.people = new LeftPeople() {
            @Override
            public SeenMissing look(boolean anyNumber) {
                return seen;
            }
        };

        assertThat(step.process()).isEqualTo("MISSING 2");
        assertThat(Silence.handedOnBy(step, SeenMissing.class)).contains(seen);
    }

    @Test
    @Timeout(30)
    void waitsNoMoreForADirectoryThatHangsOnceStopped() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        FindLeftPeople step = Silence.around(new FindLeftPeople());
        step.people = new LeftPeople() {
            @Override
            public SeenMissing look(boolean anyNumber) {
                asked.countDown();
                try {
                    answer.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return new SeenMissing(Set.of("gone"), Instant.EPOCH);
            }
        };
        CompletableFuture<String> ended = CompletableFuture.supplyAsync(step::process);
        asked.await();

        step.stop();

        assertThat(ended.join()).isEqualTo("STOPPED");
        assertThat(Silence.handedOnBy(step, SeenMissing.class)).isEmpty();
        answer.countDown();
    }
}
