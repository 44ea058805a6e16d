package org.carme.faces.packages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carme.faces.layout.Address;
import org.carme.images.VersionName;
import org.carme.packages.PackageImages;
import org.carme.packages.PackageSearch;
import org.carme.packages.PackageService;
import org.carme.web.security.CurrentUser;

/** Backs {@code packages.xhtml}: which images have a package. */
@Named
@RequestScoped
public class PackagesView {
    @Inject
    PackageService packages;

    @Inject
    CurrentUser currentUser;

    private String name;
    private String version;
    private long chosen;
    private PackageSearch search;
    private PackageImages found;

    /** Looks for what the address names. */
    public void load() {
        if (chosen > 0) {
            found = packages.imagesWith(currentUser.getName(), chosen);
        } else if (isFilled()) {
            search = packages.search(currentUser.getName(), given(name), given(version));
        }
    }

    private static String given(String typed) {
        return typed == null ? "" : typed;
    }

    public boolean isFilled() {
        return !given(name).isBlank();
    }

    /** @return what is looked for as part of an address, each with an ampersand behind */
    public String getFilters() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("version", version);
        return Address.of(values);
    }

    public boolean isSearched() {
        return search != null;
    }

    public boolean isCut() {
        return search.isCut();
    }

    public List<PackageRow> getRows() {
        return search.packages().stream().map(PackageRow::new).toList();
    }

    /** @return the one whose images are shown, null if none is chosen */
    public PackageRow getSoftware() {
        return found == null ? null : new PackageRow(found.software());
    }

    public List<VersionName> getImages() {
        return found.images();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public long getChosen() {
        return chosen;
    }

    public void setChosen(long chosen) {
        this.chosen = chosen;
    }
}
