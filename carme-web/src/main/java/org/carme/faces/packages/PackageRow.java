package org.carme.faces.packages;

import java.util.Locale;
import org.carme.packages.PackageUse;
import org.carme.packages.SoftwarePackage;

/** A package in a table. */
public final class PackageRow {
    private final SoftwarePackage software;
    private final long id;
    private final long images;

    PackageRow(SoftwarePackage software) {
        this.software = software;
        this.id = 0;
        this.images = 0;
    }

    PackageRow(PackageUse use) {
        this.software = use.software();
        this.id = use.id();
        this.images = use.images();
    }

    public String getKind() {
        return software.kind().name().toLowerCase(Locale.ROOT);
    }

    public String getName() {
        return software.name();
    }

    public String getVersion() {
        return software.version();
    }

    public String getLicences() {
        return String.join(", ", software.licences());
    }

    /** @return for asking in which images it is */
    public long getId() {
        return id;
    }

    public long getImages() {
        return images;
    }
}
