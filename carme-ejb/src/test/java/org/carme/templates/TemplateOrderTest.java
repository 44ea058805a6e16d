package org.carme.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateOrderTest {
    private static final List<TemplateDetails> ALL =
            List.of(details("cpu", "small", 1), details("GPU", "large", 0), details("big", "small", 5));

    @Test
    void sortsByNameWhateverItsCase() {
        assertThat(sorted(TemplateOrder.NAME)).containsExactly("big", "cpu", "GPU");
    }

    @Test
    void sortsByPartitionAndThenByName() {
        assertThat(sorted(TemplateOrder.PARTITION)).containsExactly("GPU", "big", "cpu");
    }

    @Test
    void putsFirstWhatIsUsedMost() {
        assertThat(sorted(TemplateOrder.JOBS)).containsExactly("big", "cpu", "GPU");
    }

    private static Stream<String> sorted(TemplateOrder order) {
        return ALL.stream()
                .sorted(order.order())
                .map(details -> details.template().name());
    }

    private static TemplateDetails details(String name, String partition, long jobs) {
        return new TemplateDetails(TestTemplates.template(name, partition, 1, Map.of()), 1, jobs, List.of());
    }
}
