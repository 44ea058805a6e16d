package org.carme.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.common.InvalidRequestException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryServiceTest {
    private final DeliveryService service = new DeliveryService();

    @BeforeEach
    void open() {
        service.senders = new Senders() {
            @Override
            List<Sender> offered() {
                return List.of();
            }
        };
        service.choices = new ChoiceStore() {
            @Override
            Optional<String> webhook(String user) {
                return Optional.empty();
            }
        };
    }

    @Test
    void saysWhichFieldIsWrong() {
        assertThat(refusal("xx", "").field()).contains("language");
        InvalidRequestException refused = refusal("en", "https://evil.example.org/hooks/1");
        assertThat(refused.field()).contains("webhook");
        assertThat(refused.messageKey()).isEqualTo("invalid-request.not-offered");
    }

    private InvalidRequestException refusal(String language, String webhook) {
        DeliveryChoice choice = new DeliveryChoice(Optional.of(language), Set.of(), Set.of());
        return catchThrowableOfType(
                InvalidRequestException.class, () -> service.save("alice", choice, Optional.of(webhook)));
    }
}
