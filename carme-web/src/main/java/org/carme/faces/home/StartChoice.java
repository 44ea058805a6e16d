package org.carme.faces.home;

import java.io.Serializable;
import java.util.UUID;
import org.carme.staging.StagedData;

/** What stands in the start form. */
public class StartChoice implements Serializable {
    private static final long serialVersionUID = 1L;

    String template;
    String type;
    String image;
    String name;
    String stageIn;
    String stageOut;
    String key = UUID.randomUUID().toString();
    int perNode = 1;
    int nodes = 1;
    int minutes;

    public String getTemplate() {
        return template;
    }

    public void setTemplate(String template) {
        this.template = template;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getImage() {
        return image;
    }

    public void setImage(String image) {
        this.image = image;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getStageIn() {
        return stageIn;
    }

    public void setStageIn(String stageIn) {
        this.stageIn = stageIn;
    }

    public String getStageOut() {
        return stageOut;
    }

    public void setStageOut(String stageOut) {
        this.stageOut = stageOut;
    }

    StagedData data() {
        return StagedData.of(stageIn, stageOut);
    }

    public int getPerNode() {
        return perNode;
    }

    public void setPerNode(int perNode) {
        this.perNode = perNode;
    }

    public int getNodes() {
        return nodes;
    }

    public void setNodes(int nodes) {
        this.nodes = nodes;
    }

    public int getMinutes() {
        return minutes;
    }

    public void setMinutes(int minutes) {
        this.minutes = minutes;
    }
}
