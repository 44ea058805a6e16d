package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.carme.cluster.ClusterAccounts;
import org.carme.cluster.ClusterUser;
import org.carme.images.ImageReference;
import org.carme.images.ImageStarts;
import org.carme.staging.StagingRules;
import org.carme.templates.StartOptionsService;
import org.carme.templates.TaskTemplates;
import org.carme.templates.Template;
import org.carme.templates.TemplateNotPermittedException;
import org.carme.templates.UsableTemplate;
import org.carme.users.DirectoryService;
import org.carme.users.Person;

/** Checks of a start what needs no lock: who starts, with which template, what there is of it. No transaction is open. */
@ApplicationScoped
class StartPreparation {
    @Inject
    DirectoryService directory;

    @Inject
    StartOptionsService templates;

    @Inject
    ClusterAccounts accounts;

    @Inject
    ImageStarts images;

    @Inject
    TaskTemplates taskTemplates;

    @Inject
    StagingRules staging;

    /** @throws TemplateNotPermittedException also for a template that is for jobs with a task alone */
    PreparedStart prepare(String user, StartRequest request) {
        if (taskTemplates.include(request.template())) {
            throw new TemplateNotPermittedException(request.template());
        }
        return prepareTask(user, request);
    }

    PreparedStart prepareTask(String user, StartRequest request) {
        Person person = directory.person(user);
        ClusterUser owner = clusterUser(person);
        UsableTemplate usable = templates.usable(person, request.template(), request.project());
        staging.check(person, usable.charge().slug(), request.data());
        JobSpec spec = StartRules.check(request, offering(person, usable.template(), request.image()));
        StartRules.requireNodes(spec, templates.nodes(usable.template()));
        requireKnown(owner);
        return new PreparedStart(owner, person, usable, spec);
    }

    private Template offering(Person person, Template template, String wanted) {
        String image = ImageReference.of(wanted).name();
        return images.isFree(person, image) ? template.offering(image) : template;
    }

    /** @throws NoClusterAccountException if jobs cannot run as this user */
    ClusterUser clusterUser(String user) {
        ClusterUser owner = clusterUser(directory.person(user));
        requireKnown(owner);
        return owner;
    }

    private void requireKnown(ClusterUser owner) {
        if (!accounts.knows(owner)) {
            throw NoClusterAccountException.withoutAssociation(owner.name());
        }
    }

    private static ClusterUser clusterUser(Person person) {
        return person.uid()
                .flatMap(uid -> ClusterUser.of(person.name(), uid))
                .orElseThrow(() -> NoClusterAccountException.withoutUnixAccount(person.name()));
    }
}
