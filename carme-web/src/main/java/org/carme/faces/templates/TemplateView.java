package org.carme.faces.templates;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.ClusterStatus;
import org.carme.faces.layout.Bulk;
import org.carme.templates.Template;
import org.carme.templates.TemplateAdministration;
import org.carme.templates.TemplateDetails;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/template.xhtml}: one template, a new one, or a copy. */
@Named
@ViewScoped
public class TemplateView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String LIST = "/admin/templates?faces-redirect=true";

    @Inject
    TemplateAdministration templates;

    @Inject
    ClusterStatus status;

    @Inject
    CurrentUser currentUser;

    @Inject
    Bulk bulk;

    private final TemplateForm form = new TemplateForm();
    private List<TypeLimit> types = List.of();
    private String name;
    private String copyOf;
    private long version;
    private long activeJobs;

    /** @throws org.carme.templates.TemplateNotFoundException if there is none of that name */
    public void load() {
        String shown = name == null ? copyOf : name;
        Map<String, Integer> chosen = Map.of();
        if (shown != null) {
            TemplateDetails details = templates.get(currentUser.getName(), shown);
            form.fill(details.template());
            chosen = details.template().accelerators();
            version = details.version();
            activeJobs = details.activeJobs();
        }
        if (name == null) {
            form.setName("");
        }
        types = limits(chosen);
    }

    private List<TypeLimit> limits(Map<String, Integer> chosen) {
        ClusterPicture picture = status.picture();
        TreeSet<String> names = new TreeSet<>(chosen.keySet());
        picture.nodes().forEach(node -> names.addAll(node.accelerators().keySet()));
        names.remove(Template.CPU);
        return names.stream()
                .map(type -> new TypeLimit(
                        type,
                        picture.nodes().stream()
                                .mapToInt(node -> node.accelerators().getOrDefault(type, 0))
                                .max()
                                .orElse(0),
                        chosen.get(type)))
                .toList();
    }

    public String save() {
        Template wanted = form.template(types);
        if (name == null) {
            templates.create(currentUser.getName(), wanted);
        } else {
            templates.change(currentUser.getName(), wanted, version);
        }
        return LIST;
    }

    /** The page stays, so that it can be taken back. */
    public void delete() {
        bulk.undoable("templates.deleted", List.of(name), Function.identity(), gone -> {
            Template before = templates.get(currentUser.getName(), gone).template();
            templates.delete(currentUser.getName(), gone, version);
            return () -> templates.create(currentUser.getName(), before);
        });
    }

    public void undo() {
        bulk.undo();
        load();
    }

    public boolean isDeleted() {
        return !bulk.getDone().isEmpty();
    }

    /** @return what the cluster has, and what the template has now */
    public List<String> getPartitions() {
        TreeSet<String> partitions = new TreeSet<>();
        status.picture().nodes().forEach(node -> partitions.addAll(node.partitions()));
        if (form.getPartition() != null) {
            partitions.add(form.getPartition());
        }
        return List.copyOf(partitions);
    }

    /** @return titles by name */
    public Map<String, String> getImages() {
        return templates.images(currentUser.getName());
    }

    public TemplateForm getForm() {
        return form;
    }

    public List<TypeLimit> getTypes() {
        return types;
    }

    public boolean isNew() {
        return name == null;
    }

    public long getActiveJobs() {
        return activeJobs;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getCopyOf() {
        return copyOf;
    }

    public void setCopyOf(String copyOf) {
        this.copyOf = copyOf;
    }
}
