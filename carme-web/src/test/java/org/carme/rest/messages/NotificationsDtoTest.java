package org.carme.rest.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.messages.Kind;
import org.carme.messages.Message;
import org.carme.messages.MessagePage;
import org.junit.jupiter.api.Test;

class NotificationsDtoTest {
    @Test
    void leadsWhereTheMessageLeads() {
        assertThat(pageOf("job-ready", "night", Optional.of(7L))).isEqualTo("/job.xhtml?id=7");
        assertThat(pageOf("batch-slow", "clean-up 812", Optional.empty()))
                .isEqualTo("/admin/batch-execution.xhtml?id=812");
        assertThat(pageOf("project-approved", "physics", Optional.empty())).isNull();
    }

    private static String pageOf(String key, String subject, Optional<Long> job) {
        Message message = new Message(1, Kind.INFO, key, subject, "", job, Instant.EPOCH, false);
        return NotificationsDto.of(1, new MessagePage(List.of(message), Optional.empty()))
                .notifications()
                .get(0)
                .page();
    }
}
