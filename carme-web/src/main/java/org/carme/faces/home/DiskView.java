package org.carme.faces.home;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.carme.diskuse.DiskReport;
import org.carme.diskuse.DiskUse;
import org.carme.diskuse.DiskUseService;
import org.carme.faces.layout.SizeTexts;
import org.carme.faces.layout.Texts;
import org.carme.web.security.CurrentUser;

/** What the reader uses of the site's disks, beside his jobs. */
@Named
@RequestScoped
public class DiskView {
    private static final int STEP = 5;
    private static final int WHOLE = 100;

    @Inject
    DiskUseService service;

    @Inject
    CurrentUser currentUser;

    @Inject
    SizeTexts sizes;

    @Inject
    Texts texts;

    private Optional<DiskReport> report = Optional.empty();

    @PostConstruct
    void look() {
        report = service.of(currentUser.getName());
    }

    public List<DiskUse> getDisks() {
        return report.map(DiskReport::disks).orElse(List.of());
    }

    /** @return 0 where the site says nothing */
    public long getMillis() {
        return report.map(known -> known.asOf().toEpochMilli()).orElse(0L);
    }

    public String text(DiskUse use) {
        String used = sizes.bytes(use.usedBytes());
        String space = use.limitBytes().isEmpty()
                ? used
                : texts.text("disk.of", used, sizes.bytes(use.limitBytes().getAsLong()));
        return use.limitFiles().isEmpty()
                ? texts.text("disk.files", space, use.usedFiles())
                : texts.text(
                        "disk.filesOf", space, use.usedFiles(), use.limitFiles().getAsLong());
    }

    /** @return how much is used, in steps of five */
    public int percent(DiskUse use) {
        return Math.min(WHOLE, use.percent()) / STEP * STEP;
    }
}
