package org.carme.faces.images;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.carme.images.ImageAccess;
import org.carme.images.ImageProfile;

/** The fields of an image as typed; the service checks them. */
public class ImageForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String name = "";
    private String title = "";
    private String description = "";
    private String groups = "";
    private String projects = "";

    void fill(ImageProfile profile) {
        name = profile.name();
        title = profile.title();
        description = profile.description();
        groups = String.join(", ", profile.access().groups());
        projects = String.join(", ", profile.access().projects());
    }

    ImageProfile profile() {
        return new ImageProfile(
                typed(name).strip(), typed(title), typed(description), new ImageAccess(list(groups), list(projects)));
    }

    private static List<String> list(String text) {
        return Stream.of(typed(text).split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static String typed(String text) {
        return text == null ? "" : text;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    /** @return separated by commas */
    public String getGroups() {
        return groups;
    }

    public void setGroups(String groups) {
        this.groups = groups;
    }

    /** @return slugs, separated by commas */
    public String getProjects() {
        return projects;
    }

    public void setProjects(String projects) {
        this.projects = projects;
    }
}
