package org.carme.batch.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.carme.batch.Silence;
import org.carme.projects.ProjectExpiry;
import org.junit.jupiter.api.Test;

class WarnOfExpiryTest {
    private final List<String> asked = new ArrayList<>();
    private final WarnOfExpiry batchlet = Silence.around(new WarnOfExpiry());

    @Test
    void looksAtEveryProjectOnce() {
        batchlet.expiry = projects(250);

        assertThat(batchlet.process()).isEqualTo("WARNED OF 125");
        assertThat(asked).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void warnsOfNothingOnceStopped() {
        batchlet.expiry = projects(250);
        batchlet.stop();

        assertThat(batchlet.process()).isEqualTo("WARNED OF 0");
        assertThat(asked).isEmpty();
    }

    private ProjectExpiry projects(int count) {
        return new ProjectExpiry() {
            @Override
            public List<String> nearlyOver(int offset, int limit) {
                return IntStream.range(offset, Math.min(offset + limit, count))
                        .mapToObj(Integer::toString)
                        .toList();
            }

            @Override
            public boolean warn(String slug) {
                asked.add(slug);
                return Integer.parseInt(slug) % 2 == 0;
            }
        };
    }
}
