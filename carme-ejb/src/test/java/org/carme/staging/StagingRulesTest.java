package org.carme.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.common.InvalidRequestException;
import org.carme.projects.Classification;
import org.carme.storage.JobFolders;
import org.carme.users.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagingRulesTest {
    private static final Person ALICE = new Person(
            "alice", "Alice", Optional.of(7001L), Optional.of("/home/alice"), Optional.empty(), Set.of(), Set.of());

    private static final Optional<String> PINNS = Optional.of("pinns");
    private static final JobFolders FOLDERS =
            new JobFolders(Optional.of("/groups/pinns"), Optional.of("/scratch/alice"), false);

    private final StagingRules rules = TestStaging.rules(Classification.PUBLIC);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~/data",
                "~/data/",
                "~/Meine Daten (für Übung) $HOME;'\"*",
                "~/-rf",
                "~/a:b",
                "/home/alice/x.tar.gz",
                "/projects/vision/x",
                "/groups/pinns/x",
                "/scratch/alice/x",
                "dataset:cifar"
            })
    void takesWhateverAFileMayBeCalled(String thing) {
        assertThat(rules.check(ALICE, PINNS, in(thing)).stageIn()).containsExactly(thing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data",
                "~",
                "~/",
                "/",
                "~bob/x",
                "~/../bob",
                "/home/alice/../bob/x",
                "~/a/./b",
                "~//a",
                "~/a\u0000b",
                "~/a\nb",
                "~/\ud800",
                "/etc/passwd",
                "/home/alicex/x",
                "/home/alice",
                "/projects",
                "/groups/vision/x",
                "/scratch/bob/x",
                "dataset:",
                "dataset:imagenet",
                "dataset:cifar\n/etc/passwd",
                ""
            })
    void refusesWhatIsNoPathOfTheirsByTheField(String thing) {
        assertThatThrownBy(() -> rules.check(ALICE, PINNS, in(thing)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.field()).contains("stageIn"));
    }

    @Test
    void refusesResultsElsewhereByTheField() {
        StagedData data = new StagedData(List.of(), Optional.of("/tmp/x"));

        assertThatThrownBy(() -> rules.check(ALICE, PINNS, data))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.field()).contains("stageOut"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~/data", "/home/alice/x", "/projects/vision/x", "/groups/pinns-2/x"})
    void keepsDataOfConfidentialProjectsInTheirFolder(String elsewhere) {
        StagingRules strict = TestStaging.rules(Classification.CONFIDENTIAL);

        assertThat(strict.check(ALICE, PINNS, in("/groups/pinns/x", "dataset:cifar"))
                        .stageIn())
                .hasSize(2);
        assertThatThrownBy(() -> strict.check(ALICE, PINNS, in(elsewhere)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("invalid-request.stage-confidential"));
        JobFolders folders = new JobFolders(Optional.of("/groups/pinns"), Optional.empty(), true);
        assertThat(TestStaging.orders()
                        .of(in("/groups/pinns/x"), folders)
                        .orElseThrow()
                        .folders())
                .containsExactly("/groups/pinns");
    }

    @Test
    void refusesTwoThingsOfOneNameOnTheNode() {
        assertThatThrownBy(() -> rules.check(ALICE, PINNS, in("~/a/data.tar.gz", "~/b/data")))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(rules.check(ALICE, PINNS, in("~/a/data.tar.gz", "~/b/data2")).stageIn())
                .hasSize(2);
    }

    @Test
    void refusesMoreThanCanBeKept() {
        assertThatThrownBy(
                        () -> StagingRules.checkWords(new StagedData(Collections.nCopies(21, "~/x"), Optional.empty())))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> StagingRules.checkWords(in("~/" + "x".repeat(999))))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void tellsAgentsWhereDatasetsAre() {
        StagingOrder order = TestStaging.orders()
                .of(new StagedData(List.of("~/a b", "dataset:cifar", "dataset:gone"), Optional.of("~/out")), FOLDERS)
                .orElseThrow();

        assertThat(order.items())
                .containsExactly(
                        new StagingOrder.Item("~/a b", Optional.empty()),
                        new StagingOrder.Item("/data/cifar-10.tar.gz", Optional.of("cifar")),
                        new StagingOrder.Item("/nonexistent", Optional.of("gone")));
        assertThat(order.folders()).containsExactly("/projects", "/groups/pinns", "/scratch/alice");
        assertThat(order.results()).contains("~/out");
        assertThat(TestStaging.orders().of(StagedData.NONE, FOLDERS)).isEmpty();
    }

    @Test
    void readsFormsLineByLine() {
        assertThat(StagedData.of("~/a\r\n\r\n  \n~/b c", " ")).isEqualTo(in("~/a", "~/b c"));
        assertThat(StagedData.of(null, null)).isEqualTo(StagedData.NONE);
    }

    private static StagedData in(String... things) {
        return new StagedData(List.of(things), Optional.empty());
    }
}
