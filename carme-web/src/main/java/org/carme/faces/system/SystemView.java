package org.carme.faces.system;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.faces.layout.Texts;
import org.carme.health.HealthService;
import org.carme.health.SystemPicture;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/system.xhtml}. */
@Named
@RequestScoped
public class SystemView {
    private static final int MEBIBYTE = 1 << 20;
    private static final double SECOND = 1000;

    @Inject
    HealthService health;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private SystemPicture picture;

    @PostConstruct
    void look() {
        picture = health.look(currentUser.getName());
    }

    public List<PartRow> getParts() {
        return picture.parts().stream().map(part -> new PartRow(part, texts)).toList();
    }

    public SystemPicture getPicture() {
        return picture;
    }

    public String getHeap() {
        return texts.text(
                "system.heap.of",
                picture.jvm().heapUsed() / MEBIBYTE,
                picture.jvm().heapMost() / MEBIBYTE);
    }

    public String getCollecting() {
        return texts.text("system.seconds", picture.jvm().collecting().toMillis() / SECOND);
    }
}
