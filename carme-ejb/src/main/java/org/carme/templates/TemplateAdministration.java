package org.carme.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.ClusterStatus;
import org.carme.common.Part;
import org.carme.common.SearchText;
import org.carme.database.Retry;
import org.carme.images.ImageTitles;
import org.carme.users.Administrators;

/** What administrators do with templates. Every method refuses everybody else. */
@ApplicationScoped
public class TemplateAdministration {
    @Inject
    Administrators administrators;

    @Inject
    TemplateStore store;

    @Inject
    ImageTitles images;

    @Inject
    TemplateUse use;

    @Inject
    ClusterStatus status;

    /** @return all, by name */
    public List<TemplateDetails> list(String admin) {
        administrators.require(admin);
        return store.all().stream().map(this::withUse).toList();
    }

    /**
     * @param text part of a name, of a group or of the partition; empty: all
     * @param after name of the last one seen
     */
    public Part<TemplateDetails> find(String admin, String text, TemplateOrder order, Optional<String> after) {
        SearchText wanted = new SearchText(text);
        List<TemplateDetails> found = list(admin).stream()
                .filter(details -> wanted.isIn(words(details.template())))
                .sorted(order.order())
                .toList();
        return Part.of(found, details -> details.template().name(), after);
    }

    private static Collection<String> words(Template template) {
        return Stream.concat(Stream.of(template.name(), template.partition()), template.groups().stream())
                .toList();
    }

    /** @throws TemplateNotFoundException if there is none of that name */
    public TemplateDetails get(String admin, String name) {
        administrators.require(admin);
        return withUse(store.get(name));
    }

    /** @return the titles of the images that a template may offer by their names, in the order of the titles */
    public Map<String, String> images(String admin) {
        administrators.require(admin);
        return images.all();
    }

    /**
     * Adds one.
     *
     * @throws org.carme.common.InvalidRequestException naming what is wrong, also if the name is taken
     */
    public TemplateDetails create(String admin, Template template) {
        administrators.require(admin);
        return withUse(Retry.onConflict(() -> store.create(admin, template)));
    }

    /**
     * Changes the one of that name. What runs goes on as it was started; what has not been sent yet is sent by the new
     * rules.
     *
     * @param version {@link TemplateDetails#version()} of what the caller has seen
     * @throws org.carme.common.ChangedMeanwhileException if somebody else has changed it since
     */
    public TemplateDetails change(String admin, Template template, long version) {
        administrators.require(admin);
        return withUse(Retry.onConflict(() -> store.change(admin, template, version)));
    }

    /**
     * Removes one that nothing uses; a used one can be disabled.
     *
     * @throws TemplateInUseException telling how many jobs use it
     */
    public void delete(String admin, String name, long version) {
        administrators.require(admin);
        Retry.onConflict(() -> store.delete(admin, name, version));
    }

    private TemplateDetails withUse(TemplateStore.Stored stored) {
        Template template = stored.template();
        ClusterPicture picture = status.picture();
        return new TemplateDetails(
                template, stored.version(), use.activeJobs(template.name()), TemplateProblem.of(template, picture));
    }
}
