package org.carme.images;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An image's row; callers see {@link ImageProfile}. */
@Entity
@Table(name = "images")
class Image {
    @Id
    private String name;

    @Version
    private long version;

    private String title;
    private String description;
    private String owner;

    @ElementCollection
    @CollectionTable(name = "image_groups", joinColumns = @JoinColumn(name = "image_name"))
    @Column(name = "group_name")
    private Set<String> groups = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "image_projects", joinColumns = @JoinColumn(name = "image_name"))
    @Column(name = "project")
    private Set<String> projects = new HashSet<>();

    /** For JPA. */
    protected Image() {}

    Image(ImageProfile profile, String owner) {
        this.name = profile.name();
        this.owner = owner;
        describe(profile);
    }

    /** Makes it what the profile says; the name stays. */
    final void describe(ImageProfile profile) {
        title = profile.title();
        description = profile.description();
        groups.clear();
        groups.addAll(profile.access().groups());
        projects.clear();
        projects.addAll(profile.access().projects());
    }

    void renameGroup(String before, String now) {
        if (groups.remove(before)) {
            groups.add(now);
        }
    }

    void belongTo(String newOwner) {
        owner = newOwner;
    }

    String name() {
        return name;
    }

    String owner() {
        return owner;
    }

    long revision() {
        return version;
    }

    ImageOption option(boolean own, List<ImageVersion> versions) {
        return new ImageOption(
                name,
                title,
                description,
                own,
                versions.stream().map(ImageVersion::option).toList());
    }

    ImageProfile profile() {
        return new ImageProfile(name, title, description, new ImageAccess(groups, projects));
    }
}
