package org.carme.agents;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import org.carme.staging.StagingProgress;

/** What an agent has said of the copying of its job's data. */
@Embeddable
class StagingRow {
    private static final int ITEM_LENGTH = 255;
    private static final int DETAIL_LENGTH = 500;

    @Enumerated(EnumType.STRING)
    @Column(name = "staging_state")
    private StagingProgress.State state;

    @Column(name = "staging_bytes")
    private Long bytes;

    @Column(name = "staging_total")
    private Long totalBytes;

    @Column(name = "staging_item")
    private String item;

    @Column(name = "staging_detail")
    private String detail;

    /**
     * Takes what the agent says.
     *
     * @return what could not be copied, if it has failed
     */
    Optional<String> report(StagingProgress said) {
        state = said.state();
        bytes = said.bytes();
        totalBytes = said.totalBytes();
        item = cut(said.item(), ITEM_LENGTH);
        detail = cut(said.detail(), DETAIL_LENGTH);
        return state == StagingProgress.State.FAILED ? Optional.of(said.detail()) : Optional.empty();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** @return empty as long as nothing was said */
    Optional<StagingProgress> progress() {
        return state == null
                ? Optional.empty()
                : Optional.of(new StagingProgress(state, bytes, totalBytes, item, detail));
    }
}
