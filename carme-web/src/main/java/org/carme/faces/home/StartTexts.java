package org.carme.faces.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.faces.layout.Texts;
import org.carme.faces.layout.TypeTexts;
import org.carme.staging.Dataset;
import org.carme.templates.AcceleratorOption;
import org.carme.templates.NodeChoice;

/** The choices of the start form in words; each says what of it is free. */
@Named
@RequestScoped
public class StartTexts {
    private static final int HOUR = 60;

    @Inject
    Texts texts;

    @Inject
    TypeTexts types;

    public String type(AcceleratorOption type) {
        return texts.text("start.typeFree", types.title(type.name()), type.free(), type.total());
    }

    public String perNode(NodeChoice choice) {
        return texts.text("start.perNodeFree", choice.perNode(), choice.freeNodes());
    }

    public String nodes(int nodes, NodeChoice choice) {
        return texts.text(nodes <= choice.freeNodes() ? "start.nodesFree" : "start.nodesWait", nodes);
    }

    public String image(ImageChoice image) {
        return switch (image.state()) {
            case DRAFT -> texts.text("start.imageDraft", image.title());
            case DEPRECATED -> texts.text("start.imageDeprecated", image.title());
            default -> image.title();
        };
    }

    public String dataset(Dataset dataset) {
        return texts.text(
                dataset.description().isEmpty() ? "start.dataset" : "start.datasetMore",
                dataset.name(),
                dataset.title(),
                dataset.description());
    }

    public String hours(int minutes) {
        return minutes % HOUR == 0 ? texts.text("time.hours", minutes / HOUR) : texts.text("time.minutes", minutes);
    }
}
