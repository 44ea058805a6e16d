package org.carme.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuotaOrderTest {
    private static final List<Quota> ALL = List.of(
            quota(1, new QuotaSubject(QuotaSubject.Kind.USER, "bob"), QuotaResource.JOBS, 5),
            quota(2, new QuotaSubject(QuotaSubject.Kind.USER, "alice"), QuotaResource.NODES, 9),
            quota(3, new QuotaSubject(QuotaSubject.Kind.EVERY_USER, ""), QuotaResource.JOBS, 5));

    @Test
    void sortsByWhomTheyAreFor() {
        assertThat(sorted(QuotaOrder.SUBJECT)).containsExactly(3L, 2L, 1L);
    }

    @Test
    void sortsByWhatIsLimited() {
        assertThat(sorted(QuotaOrder.RESOURCE)).containsExactly(1L, 3L, 2L);
    }

    @Test
    void putsTheGreatestFirst() {
        assertThat(sorted(QuotaOrder.LIMIT)).containsExactly(2L, 1L, 3L);
    }

    private static Stream<Long> sorted(QuotaOrder order) {
        return ALL.stream().sorted(order.order()).map(Quota::id);
    }

    private static Quota quota(long id, QuotaSubject subject, QuotaResource resource, long limit) {
        return new Quota(id, new QuotaRule(subject, resource, Optional.empty(), Optional.empty(), limit, false), 1);
    }
}
