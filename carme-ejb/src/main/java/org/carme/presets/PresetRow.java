package org.carme.presets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.carme.staging.StagedData;

/** A preset's row. */
@Entity
@Table(name = "start_presets")
class PresetRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "user_name")
    private String user;

    private String title;

    @Column(name = "template_name")
    private String template;

    private String project;

    @Column(name = "accelerator_type")
    private String acceleratorType;

    @Column(name = "accelerators_per_node")
    private int acceleratorsPerNode;

    @Column(name = "node_count")
    private int nodes;

    private String image;

    @Column(name = "limit_minutes")
    private int timeLimitMinutes;

    @Column(name = "stage_in")
    private String stageIn;

    @Column(name = "stage_out")
    private String stageOut;

    /** For JPA. */
    protected PresetRow() {}

    PresetRow(String user, Preset preset) {
        this.user = user;
        this.title = preset.title();
        become(preset);
    }

    /** Takes all but the title. */
    final void become(Preset preset) {
        template = preset.template();
        project = preset.project().orElse(null);
        acceleratorType = preset.acceleratorType();
        acceleratorsPerNode = preset.acceleratorsPerNode();
        nodes = preset.nodes();
        image = preset.image();
        timeLimitMinutes = preset.timeLimitMinutes();
        stageIn = preset.data().lines();
        stageOut = preset.data().stageOut().orElse(null);
    }

    Preset preset() {
        return new Preset(
                title,
                template,
                Optional.ofNullable(project),
                acceleratorType,
                acceleratorsPerNode,
                nodes,
                image,
                timeLimitMinutes,
                StagedData.of(stageIn, stageOut));
    }
}
