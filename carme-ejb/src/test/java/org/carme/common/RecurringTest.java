package org.carme.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecurringTest {
    private final Recurring recurring = new Recurring("Nothing is done at present");
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void goesOnAfterFailures() {
        for (int i = 0; i < 3; i++) {
            recurring.run(() -> {
                throw new IllegalStateException("the database is away");
            });
        }
        recurring.run(done::incrementAndGet);

        assertThat(done).hasValue(1);
    }

    @Test
    void hidesNoError() {
        assertThatThrownBy(() -> recurring.run(() -> {
                    throw new AssertionError("broken");
                }))
                .isInstanceOf(AssertionError.class);
    }
}
