package org.carme.batch.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.carme.batch.Silence;
import org.carme.people.TokenExpiry;
import org.junit.jupiter.api.Test;

class WarnOfTokensTest {
    private final List<Long> asked = new ArrayList<>();
    private final WarnOfTokens batchlet = Silence.around(new WarnOfTokens());

    @Test
    void looksAtEveryTokenOnce() {
        batchlet.expiry = tokens(250);

        assertThat(batchlet.process()).isEqualTo("WARNED OF 125");
        assertThat(asked).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void warnsOfNothingOnceStopped() {
        batchlet.expiry = tokens(250);
        batchlet.stop();

        assertThat(batchlet.process()).isEqualTo("WARNED OF 0");
        assertThat(asked).isEmpty();
    }

    private TokenExpiry tokens(int count) {
        return new TokenExpiry() {
            @Override
            public List<Long> nearlyOver(long after, int limit) {
                return LongStream.rangeClosed(after + 1, count)
                        .limit(limit)
                        .boxed()
                        .toList();
            }

            @Override
            public boolean warn(long token) {
                asked.add(token);
                return token % 2 == 0;
            }
        };
    }
}
