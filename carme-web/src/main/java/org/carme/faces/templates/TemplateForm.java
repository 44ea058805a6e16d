package org.carme.faces.templates;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.templates.Template;

/** The fields of a template as typed; the service checks them. */
public class TemplateForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int HOUR = 60;
    private static final int GIGABYTE = 1000;

    private String name;
    private String groups = "";
    private String partition;
    private String account;
    private String qos;
    private String features;
    private int maxJobs = 2;
    private int maxNodes = 1;
    private int maxMinutes = 8 * HOUR;
    private int defaultMinutes = 2 * HOUR;
    private int cpus = 2;
    private long megabytes = 4L * GIGABYTE;
    private boolean cpuJobs;
    private List<String> images = new ArrayList<>();
    private boolean enabled = true;

    void fill(Template template) {
        name = template.name();
        groups = String.join(", ", template.groups());
        partition = template.partition();
        account = template.account().orElse("");
        qos = template.qos().orElse("");
        features = template.features().orElse("");
        maxJobs = template.maxJobs();
        maxNodes = template.maxNodes();
        maxMinutes = (int) template.maxTime().toMinutes();
        defaultMinutes = (int) template.defaultTime().toMinutes();
        cpus = template.cpusPerAccelerator();
        megabytes = template.megabytesPerAccelerator();
        cpuJobs = template.accelerators().containsKey(Template.CPU);
        images = new ArrayList<>(template.images());
        enabled = template.enabled();
    }

    Template template(List<TypeLimit> types) {
        Map<String, Integer> accelerators = new TreeMap<>();
        types.stream()
                .filter(type -> type.getMost() != null && type.getMost() != 0)
                .forEach(type -> accelerators.put(type.getType(), type.getMost()));
        if (cpuJobs) {
            accelerators.put(Template.CPU, 0);
        }
        return new Template(
                given(name).orElse(""),
                Stream.of(given(groups).orElse("").split(","))
                        .map(String::strip)
                        .filter(group -> !group.isEmpty())
                        .collect(Collectors.toSet()),
                given(partition).orElse(""),
                given(account),
                given(qos),
                given(features),
                maxJobs,
                maxNodes,
                Duration.ofMinutes(maxMinutes),
                Duration.ofMinutes(defaultMinutes),
                cpus,
                megabytes,
                accelerators,
                List.copyOf(images),
                enabled);
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** @return separated by commas */
    public String getGroups() {
        return groups;
    }

    public void setGroups(String groups) {
        this.groups = groups;
    }

    public String getPartition() {
        return partition;
    }

    public void setPartition(String partition) {
        this.partition = partition;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getQos() {
        return qos;
    }

    public void setQos(String qos) {
        this.qos = qos;
    }

    public String getFeatures() {
        return features;
    }

    public void setFeatures(String features) {
        this.features = features;
    }

    public int getMaxJobs() {
        return maxJobs;
    }

    public void setMaxJobs(int maxJobs) {
        this.maxJobs = maxJobs;
    }

    public int getMaxNodes() {
        return maxNodes;
    }

    public void setMaxNodes(int maxNodes) {
        this.maxNodes = maxNodes;
    }

    public int getMaxMinutes() {
        return maxMinutes;
    }

    public void setMaxMinutes(int maxMinutes) {
        this.maxMinutes = maxMinutes;
    }

    public int getDefaultMinutes() {
        return defaultMinutes;
    }

    public void setDefaultMinutes(int defaultMinutes) {
        this.defaultMinutes = defaultMinutes;
    }

    /** @return per accelerator and node */
    public int getCpus() {
        return cpus;
    }

    public void setCpus(int cpus) {
        this.cpus = cpus;
    }

    /** @return per accelerator and node, 0: the partition decides */
    public long getMegabytes() {
        return megabytes;
    }

    public void setMegabytes(long megabytes) {
        this.megabytes = megabytes;
    }

    public boolean isCpuJobs() {
        return cpuJobs;
    }

    public void setCpuJobs(boolean cpuJobs) {
        this.cpuJobs = cpuJobs;
    }

    public List<String> getImages() {
        return images;
    }

    public void setImages(List<String> images) {
        this.images = images;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }
}
