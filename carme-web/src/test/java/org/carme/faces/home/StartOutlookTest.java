package org.carme.faces.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.faces.layout.Texts;
import org.carme.faces.quotas.QuotaTexts;
import org.carme.jobs.StartLimits;
import org.carme.jobs.StartPreview;
import org.carme.quotas.QuotaDemand;
import org.carme.quotas.QuotaRule;
import org.carme.templates.TemplateOption;
import org.carme.web.security.CurrentUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often the limits beside the start form are put into words. */
class StartOutlookTest {
    private final StartOutlook outlook = new StartOutlook();
    private final Chosen form = new Chosen();
    private final Present preview = new Present();
    private final Counted counted = new Counted();

    @BeforeEach
    void open() {
        outlook.form = form;
        outlook.preview = preview;
        outlook.currentUser = new Alice();
        outlook.quotaTexts = counted;
        outlook.texts = new Keys();
    }

    @Test
    void isFoundOnceForAllThatAPageShowsOfIt() {
        assertThat(outlook.getRows()).hasSize(1);
        assertThat(outlook.getTrouble()).isEmpty();
        assertThat(outlook.getCost()).isEmpty();

        assertThat(counted.times).isEqualTo(1);
    }

    @Test
    void isFoundAnewForAnotherChoice() {
        outlook.getRows();
        form.nodes = 2;
        outlook.getRows();

        assertThat(counted.times).isEqualTo(2);
    }

    @Test
    void isFoundAnewWhenTheLimitsHaveBeenRead() {
        assertThat(outlook.getTrouble()).isEmpty();
        preview.active = 4;
        outlook.refresh();

        assertThat(outlook.getTrouble()).isEqualTo("start.exceeds");
    }

    private static final class Chosen extends StartForm {
        private static final long serialVersionUID = 1L;
        private int nodes = 1;

        @Override
        Optional<TemplateOption> template() {
            return Optional.of(new TemplateOption(
                    "CPU", "lab", "lab", Duration.ofHours(8), Duration.ofHours(1), 4, List.of(), List.of()));
        }

        @Override
        QuotaDemand demand() {
            return new QuotaDemand(nodes, Optional.empty(), 0, Duration.ofHours(1));
        }
    }

    private static final class Present extends StartPreview {
        private long active;

        @Override
        public StartLimits limits(String user, Optional<StartLimits> known) {
            return known.orElseGet(() -> new StartLimits(List.of(), Map.of("CPU", active), Instant.EPOCH));
        }
    }

    private static final class Counted extends QuotaTexts {
        private int times;

        @Override
        public void learn(Collection<QuotaRule> rules) {
            times++;
        }
    }

    private static final class Alice extends CurrentUser {
        private static final long serialVersionUID = 1L;

        @Override
        public String getName() {
            return "alice";
        }
    }

    private static final class Keys extends Texts {
        @Override
        public String text(String key, Object... arguments) {
            return key;
        }
    }
}
