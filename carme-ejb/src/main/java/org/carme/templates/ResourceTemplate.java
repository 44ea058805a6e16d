package org.carme.templates;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A template's row; callers see {@link Template}. */
@Entity
@Table(name = "resource_templates")
class ResourceTemplate {
    @Id
    private String name;

    @Version
    private long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "template_groups", joinColumns = @JoinColumn(name = "template_name"))
    @Column(name = "group_name")
    private Set<String> groups = new TreeSet<>();

    @Column(name = "partition_name")
    private String partition;

    private String account;
    private String qos;
    private String features;
    private boolean enabled;

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

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "template_images", joinColumns = @JoinColumn(name = "template_name"))
    @Column(name = "image_name")
    private Set<String> images = new TreeSet<>();

    /** For JPA. */
    protected ResourceTemplate() {}

    ResourceTemplate(Template template) {
        name = template.name();
        change(template);
    }

    /** Makes it what the template says; the name stays. */
    final void change(Template template) {
        groups.clear();
        groups.addAll(template.groups());
        partition = template.partition();
        account = template.account().orElse(null);
        qos = template.qos().orElse(null);
        maxJobs = template.maxJobs();
        maxNodes = template.maxNodes();
        maxMinutes = (int) template.maxTime().toMinutes();
        defaultMinutes = (int) template.defaultTime().toMinutes();
        cpusPerAccelerator = template.cpusPerAccelerator();
        megabytesPerAccelerator = template.megabytesPerAccelerator();
        features = template.features().orElse(null);
        enabled = template.enabled();
        accelerators.clear();
        accelerators.putAll(template.accelerators());
        images.clear();
        images.addAll(template.images());
    }

    void renameGroup(String before, String now) {
        groups.remove(before);
        groups.add(now);
    }

    long version() {
        return version;
    }

    Template template() {
        return new Template(
                name,
                groups,
                partition,
                Optional.ofNullable(account),
                Optional.ofNullable(qos),
                Optional.ofNullable(features),
                maxJobs,
                maxNodes,
                Duration.ofMinutes(maxMinutes),
                Duration.ofMinutes(defaultMinutes),
                cpusPerAccelerator,
                megabytesPerAccelerator,
                accelerators,
                images.stream().sorted().toList(),
                enabled);
    }
}
