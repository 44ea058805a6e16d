package org.carme.batch.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.carme.batch.Silence;
import org.junit.jupiter.api.Test;

class PurgeTest {
    private final List<Integer> removed = new ArrayList<>();

    @Test
    void goesOnUntilNothingIsLeft() {
        Purge purge = of(2500);

        assertThat(purge.process()).isEqualTo("REMOVED 2500");
        assertThat(removed).containsExactly(1000, 1000, 500, 0);
        assertThat(Silence.saidBy(purge)).containsExactly("Removed 2500");
    }

    @Test
    void removesNothingOnceStopped() {
        Purge purge = of(2500);
        purge.stop();

        assertThat(purge.process()).isEqualTo("REMOVED 0");
        assertThat(removed).isEmpty();
    }

    private Purge of(int rows) {
        return Silence.around(new Purge() {
            private int left = rows;

            @Override
            int remove(int most) {
                int now = Math.min(left, most);
                left -= now;
                removed.add(now);
                return now;
            }
        });
    }
}
