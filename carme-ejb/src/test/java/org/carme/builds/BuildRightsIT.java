package org.carme.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.images.VersionState;
import org.carme.jobs.JobSummary;
import org.junit.jupiter.api.Test;

/** What nobody gets by a build that he has not otherwise. */
class BuildRightsIT extends BuildsOnDatabase {
    private static final ServicesTried READY = new ServicesTried(true, "");
    private static final byte[] BOM = """
            {"bomFormat":"CycloneDX","components":[{"name":"six","version":"1","purl":"pkg:pypi/six@1"}]}""".getBytes(StandardCharsets.UTF_8);

    @Test
    void knowsItsVersionByNumberAndNotByItsName() {
        JobSummary job = start("alice", plan("torch", "1"));
        report(job, done(), READY);
        store(store -> store.offer("alice", job.id().value()));
        assertThat(details(job).summary().offered()).isTrue();

        sql("DELETE FROM image_versions WHERE image_name = 'torch'");
        version("torch", "1", "/opt/carme/images/others", "DRAFT");

        assertThat(details(job).summary().versionState()).isEmpty();
        assertThat(details(job).summary().offered()).isFalse();
    }

    @Test
    void offersOnce() {
        JobSummary job = start("alice", plan("torch", "1"));
        report(job, done(), READY);
        List<Boolean> isNew = new ArrayList<>();

        store(store -> isNew.add(store.offer("alice", job.id().value())));
        store(store -> isNew.add(store.offer("alice", job.id().value())));

        assertThat(isNew).containsExactly(true, false);
    }

    @Test
    void restrictsWhatIsMadeOfARestrictedImage() {
        sql("INSERT INTO image_groups (image_name, group_name) VALUES ('debian', 'licensed')");

        report(start("alice", plan("torch", "1")), done(), READY);

        assertThat(rows("SELECT group_name FROM image_groups WHERE image_name = 'torch'"))
                .containsExactly("licensed");
    }

    @Test
    void refusesToPutWhatIsRestrictedIntoAnImageThatMoreMayUse() {
        sql("INSERT INTO image_groups (image_name, group_name) VALUES ('debian', 'licensed')");
        image("torch", "alice");

        assertThatThrownBy(() -> start("alice", plan("torch", "1")))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("invalid-request.image-wider"));

        sql("INSERT INTO image_groups (image_name, group_name) VALUES ('torch', 'licensed')");
        report(start("alice", plan("torch", "1")), done(), READY);
        assertThat(rows("SELECT name FROM image_versions WHERE image_name = 'torch'"))
                .containsExactly("1");
    }

    @Test
    void letsOwnersSayWhatIsInsideOfDraftsAlone() {
        image("torch", "alice");
        version("torch", "1", "/opt/carme/images/own/torch-1", "DRAFT");
        JobSummary first = look(false);
        report(first, done(), READY);
        assertThat(details(first).summary().state()).isEqualTo(BuildState.DONE);
        sql("UPDATE image_versions SET state = ? WHERE image_name = 'torch'", VersionState.ACTIVE.name());

        JobSummary late = look(false);
        report(late, done(), READY);
        JobSummary manager = look(true);
        report(manager, done(), READY);

        assertThat(details(late).failure()).contains(BuildFailure.CONFLICT);
        assertThat(details(manager).summary().state()).isEqualTo(BuildState.DONE);
    }

    private JobSummary look(boolean byManager) {
        BuildPlan.Source source = new BuildPlan.Source("torch", "1", "/opt/carme/images/own/torch-1", Optional.empty());
        JobSummary job = start("alice", BuildPlan.of(BuildKind.INVENTORY, byManager, source, "1", ""));
        progress(progress -> progress.keepContents(job.id(), progress.contents.check(BOM)));
        return job;
    }
}
