package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.carme.database.Retry;
import org.carme.users.Person;

/** What image managers do with the catalogue. Every method refuses everybody else. */
@ApplicationScoped
public class ImageAdministration {
    @Inject
    ImageManagers managers;

    @Inject
    ImageStore store;

    @Inject
    VersionStore versions;

    @Inject
    VersionRules rules;

    @Inject
    ImageCatalogue catalogue;

    /** @throws NotImageManagerException if the user is none */
    public void require(String user) {
        managers.require(user);
    }

    /**
     * @return the names of all image managers, as far as the directory tells who is in a group
     * @throws org.carme.users.DirectoryUnavailableException if nobody can say
     */
    public Set<String> managers() {
        return managers.all();
    }

    /**
     * Adds an image without versions, owned by its maker.
     *
     * @throws org.carme.common.InvalidRequestException naming what is wrong, also if the name is taken
     */
    public ImageDetails create(String manager, ImageProfile profile) {
        managers.require(manager);
        ImageProfile checked = ProfileRules.check(profile);
        Retry.onConflict(() -> store.create(manager, checked));
        return catalogue.get(manager, profile.name());
    }

    /**
     * Changes what is said about the image of that name and who may use it.
     *
     * @param revision {@link ImageDetails#revision()} of what the caller has seen
     * @throws org.carme.common.ChangedMeanwhileException if somebody else has changed it since
     */
    public ImageDetails change(String manager, ImageProfile profile, long revision) {
        managers.require(manager);
        ImageProfile checked = ProfileRules.check(profile);
        Retry.onConflict(() -> store.change(manager, checked, revision));
        return catalogue.get(manager, profile.name());
    }

    /**
     * Removes an image with its versions.
     *
     * @throws ImageConflictException if templates offer it, or a job was ever started with it
     */
    public void delete(String manager, String name, long revision) {
        managers.require(manager);
        Retry.onConflict(() -> store.delete(manager, name, revision));
    }

    /**
     * Adds a version as a draft.
     *
     * @throws org.carme.common.InvalidRequestException naming what is wrong, also if the image has one of that name
     */
    public ImageVersionDetails addVersion(String manager, String image, VersionSpec spec) {
        Person author = managers.require(manager);
        rules.check(spec);
        rules.check(spec.content(), author);
        Retry.onConflict(() -> versions.add(manager, image, spec));
        return catalogue.version(manager, image, spec.name());
    }

    /**
     * Changes the version of that name: a draft altogether, another one only in what is no part of its content.
     *
     * @param revision {@link ImageVersionDetails#revision()} of what the caller has seen
     * @throws ImageConflictException if it is no draft and its content would change
     */
    public ImageVersionDetails changeVersion(String manager, String image, VersionSpec spec, long revision) {
        Person author = managers.require(manager);
        ImageVersionDetails present = catalogue.version(manager, image, spec.name());
        rules.check(spec);
        if (!present.spec().content().equals(spec.content())) {
            rules.check(spec.content(), author);
        }
        Retry.onConflict(() -> versions.change(manager, image, spec, revision));
        return catalogue.version(manager, image, spec.name());
    }

    /**
     * Approves, deprecates, disables or enables a version. What runs goes on.
     *
     * @throws ImageConflictException if that does not follow upon its present state
     */
    public ImageVersionDetails move(String manager, String image, String version, VersionState next, long revision) {
        managers.require(manager);
        Retry.onConflict(() -> versions.move(manager, image, version, next, revision));
        return catalogue.version(manager, image, version);
    }

    /**
     * Removes a version.
     *
     * @throws ImageConflictException if a job was ever started with it
     */
    public void deleteVersion(String manager, String image, String version, long revision) {
        managers.require(manager);
        Retry.onConflict(() -> versions.delete(manager, image, version, revision));
    }
}
