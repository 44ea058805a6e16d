package org.carme.faces.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditQuery;
import org.carme.common.InvalidRequestException;
import org.junit.jupiter.api.Test;

class AuditFormTest {
    private final AuditForm form = new AuditForm();

    @Test
    void looksForAllWhereNothingIsGiven() {
        form.setActor("  ");
        form.setAction("");

        assertThat(form.query()).isEqualTo(AuditQuery.ALL);
        assertThat(form.isFilled()).isFalse();
        assertThat(form.getAddress()).isEmpty();
    }

    @Test
    void takesDaysForThoseOfTheReader() {
        form.setFrom("2026-10-25");
        form.setTo("2026-10-25");
        form.setZone("Europe/Berlin");

        assertThat(form.query().from()).contains(Instant.parse("2026-10-24T22:00:00Z"));
        assertThat(form.query().to())
                .as("the day on which the clocks go back has 25 hours")
                .contains(Instant.parse("2026-10-25T23:00:00Z"));
    }

    @Test
    void takesDaysForThoseOfGreenwichWhereNoZoneIsGiven() {
        form.setFrom("2026-11-30");

        assertThat(form.query().from()).contains(Instant.parse("2026-11-30T00:00:00Z"));
    }

    @Test
    void keepsWhatIsLookedForInTheAddress() {
        form.setActor("alice");
        form.setAction("job-started");
        form.setObject("a&b=c");

        assertThat(form.query())
                .isEqualTo(new AuditQuery(
                        Optional.of("alice"),
                        Optional.of(AuditAction.JOB_STARTED),
                        Optional.of("a&b=c"),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(form.getAddress()).isEqualTo("actor=alice&action=job-started&object=a%26b%3Dc&");
    }

    @Test
    void refusesWhatNoFormSends() {
        form.setFrom("yesterday");
        assertThatThrownBy(form::query).isInstanceOf(InvalidRequestException.class);
        form.setFrom("2026-11-30");
        form.setZone("Nowhere/At all");
        assertThatThrownBy(form::query).isInstanceOf(InvalidRequestException.class);
        form.setFrom("+999999999-12-31");
        form.setZone("");
        form.setTo("+999999999-12-31");
        assertThatThrownBy(form::query).isInstanceOf(InvalidRequestException.class);
        form.setFrom(null);
        form.setTo(null);
        form.setAction("drop");
        assertThatThrownBy(form::query).isInstanceOf(InvalidRequestException.class);
    }
}
