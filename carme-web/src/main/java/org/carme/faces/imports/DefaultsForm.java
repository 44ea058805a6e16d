package org.carme.faces.imports;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.images.ImageAccess;
import org.carme.imports.ImportDefaults;

/** What holds for all images that are registered together, as typed; the service checks it. */
public class DefaultsForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String runtime = "";
    private String owner = "";
    private String groups = "";
    private String projects = "";
    private List<String> entryPoints = new ArrayList<>();

    ImportDefaults defaults() {
        return new ImportDefaults(
                given(runtime), given(owner), new ImageAccess(list(groups), list(projects)), List.copyOf(entryPoints));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(typed -> !typed.isEmpty());
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    public String getRuntime() {
        return runtime;
    }

    public void setRuntime(String runtime) {
        this.runtime = runtime;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getGroups() {
        return groups;
    }

    public void setGroups(String groups) {
        this.groups = groups == null ? "" : groups;
    }

    public String getProjects() {
        return projects;
    }

    public void setProjects(String projects) {
        this.projects = projects == null ? "" : projects;
    }

    public List<String> getEntryPoints() {
        return entryPoints;
    }

    public void setEntryPoints(List<String> entryPoints) {
        this.entryPoints = entryPoints;
    }
}
