package org.carme.faces.advisories;

import java.util.Locale;
import org.carme.advisories.AdvisoryUse;
import org.carme.advisories.Finding;

/** A package with a known fault in a table. */
public final class FindingRow extends AdvisoryRow {
    private final Finding finding;
    private final long images;

    FindingRow(Finding finding) {
        this(finding, 0);
    }

    FindingRow(AdvisoryUse use) {
        this(use.finding(), use.images());
    }

    private FindingRow(Finding finding, long images) {
        super(finding.advisory());
        this.finding = finding;
        this.images = images;
    }

    public String getKind() {
        return finding.kind().name().toLowerCase(Locale.ROOT);
    }

    public String getName() {
        return finding.name();
    }

    public String getVersion() {
        return finding.version();
    }

    /** @return empty if no version without the fault is known */
    public String getFixed() {
        return finding.fixed().orElse("");
    }

    /** @return for asking in which images it is */
    public long getId() {
        return finding.id();
    }

    public long getImages() {
        return images;
    }
}
