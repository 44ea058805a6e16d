package org.carme.templates;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A template's row; callers see {@link Template}. */
@Entity
@Table(name = "resource_templates")
class ResourceTemplate {
    @Id
    private String name;

    @Column(name = "group_name")
    private String group;

    @Column(name = "partition_name")
    private String partition;

    private String account;
    private String qos;

    @Column(name = "max_jobs")
    private int maxJobs;

    @Column(name = "max_nodes")
    private int maxNodes;

    @Column(name = "max_minutes")
    private int maxMinutes;

    @Column(name = "default_minutes")
    private int defaultMinutes;

    @Column(name = "cpus_per_accelerator")
    private int cpusPerAccelerator;

    @Column(name = "megabytes_per_accelerator")
    private long megabytesPerAccelerator;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "template_accelerators", joinColumns = @JoinColumn(name = "template_name"))
    @MapKeyColumn(name = "accelerator_type")
    @Column(name = "max_per_node")
    private Map<String, Integer> accelerators = new TreeMap<>();

    @ManyToMany(fetch = FetchType.EAGER)
    @JoinTable(
            name = "template_images",
            joinColumns = @JoinColumn(name = "template_name"),
            inverseJoinColumns = @JoinColumn(name = "image_name"))
    @OrderBy("title")
    private List<Image> images = new ArrayList<>();

    /** For JPA. */
    protected ResourceTemplate() {}

    ResourceTemplate(Template template, List<Image> images) {
        name = template.name();
        group = template.group();
        partition = template.partition();
        account = template.account().orElse(null);
        qos = template.qos().orElse(null);
        maxJobs = template.maxJobs();
        maxNodes = template.maxNodes();
        maxMinutes = (int) template.maxTime().toMinutes();
        defaultMinutes = (int) template.defaultTime().toMinutes();
        cpusPerAccelerator = template.cpusPerAccelerator();
        megabytesPerAccelerator = template.megabytesPerAccelerator();
        accelerators.putAll(template.accelerators());
        this.images.addAll(images);
    }

    Template template() {
        return new Template(
                name,
                group,
                partition,
                Optional.ofNullable(account),
                Optional.ofNullable(qos),
                maxJobs,
                maxNodes,
                Duration.ofMinutes(maxMinutes),
                Duration.ofMinutes(defaultMinutes),
                cpusPerAccelerator,
                megabytesPerAccelerator,
                accelerators,
                images.stream().map(Image::option).toList());
    }
}
