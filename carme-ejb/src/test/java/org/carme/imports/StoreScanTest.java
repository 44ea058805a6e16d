package org.carme.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good stores and bad ones. */
class StoreScanTest {
    private static final Instant NOW = Instant.EPOCH;

    @TempDir
    Path folder;

    private Path store;

    @BeforeEach
    void make() throws IOException {
        store = Files.createDirectory(folder.resolve("store"));
    }

    @Test
    void findsFoldersAndFilesInTwoLevels() throws IOException {
        Trees.folder(store.resolve("debian-12"));
        Trees.folder(store.resolve("torch/2.4"));
        Trees.sif(store.resolve("torch/2.5.sif"));
        Trees.squash(store.resolve("octave.sqfs"));

        assertThat(names()).containsExactly("debian:12", "octave:1", "torch:2.4", "torch:2.5");
        assertThat(look().found()).allSatisfy(one -> {
            assertThat(one.why()).isEmpty();
            assertThat(one.fingerprint()).isPresent();
        });
    }

    @Test
    void takesTheShellOfAnImageFromInsideOfIt() throws IOException {
        Trees.file(store.resolve("merged/usr/bin/dash"), "");
        Trees.link(store.resolve("merged/bin"), "/usr/bin");
        Trees.link(store.resolve("merged/usr/bin/sh"), "../../../../usr/bin/dash");
        Trees.link(store.resolve("hosts/bin"), "../../../../../../../../bin");
        Trees.link(store.resolve("circle/bin"), "usr/bin");
        Trees.link(store.resolve("circle/usr/bin"), "/bin");

        assertThat(reasons())
                .containsOnly(
                        Map.entry("merged", ""),
                        Map.entry("hosts", "unfit-image.no-shell"),
                        Map.entry("circle", "unfit-image.no-shell"));
    }

    @Test
    void saysWhatIsUnfitAndWhy() throws IOException {
        Trees.file(store.resolve("README"), "");
        Trees.file(store.resolve("torch.tar.gz"), "");
        Trees.file(store.resolve("no.sif"), "anything else");
        Trees.file(store.resolve("short.sqfs"), "h");
        Trees.file(store.resolve("root/usr/lib/libc.so"), "");
        Trees.file(store.resolve("said/carme-image.json"), "{}");
        Files.createDirectory(store.resolve("empty"));
        Trees.file(store.resolve("several/deeper/still/bin/sh"), "");
        Trees.file(store.resolve(".hidden"), "");

        assertThat(reasons())
                .containsOnly(
                        Map.entry("README", "unfit-image.kind"),
                        Map.entry("torch.tar.gz", "unfit-image.kind"),
                        Map.entry("no.sif", "unfit-image.format"),
                        Map.entry("short.sqfs", "unfit-image.format"),
                        Map.entry("root", "unfit-image.no-shell"),
                        Map.entry("said", "unfit-image.no-shell"),
                        Map.entry("empty", "unfit-image.empty"),
                        Map.entry("several/deeper", "unfit-image.no-shell"));
    }

    @Test
    void leavesOutWhereEverybodyMayMakeFiles() throws IOException {
        Trees.folder(store.resolve("own/alice"));
        Files.setPosixFilePermissions(store.resolve("own"), PosixFilePermissions.fromString("rwxrwxrwx"));
        Trees.folder(store.resolve("torch"));

        assertThat(names()).containsExactly("torch:1");
    }

    @Test
    void followsNoLinks() throws IOException {
        Trees.folder(folder.resolve("outside"));
        Trees.folder(store.resolve("inside"));
        Trees.link(store.resolve("to-inside"), "inside");
        Trees.link(store.resolve("out"), "../outside");
        Trees.link(store.resolve("up"), "..");
        Trees.link(store.resolve("itself"), "itself");
        Trees.link(store.resolve("there"), "back");
        Trees.link(store.resolve("back"), "there");
        Trees.link(store.resolve("group/up"), "../..");

        assertThat(reasons())
                .containsOnly(
                        Map.entry("inside", ""),
                        Map.entry("to-inside", "unfit-image.link"),
                        Map.entry("out", "unfit-image.link-out"),
                        Map.entry("up", "unfit-image.link-out"),
                        Map.entry("itself", "unfit-image.link-out"),
                        Map.entry("there", "unfit-image.link-out"),
                        Map.entry("back", "unfit-image.link-out"),
                        Map.entry("group/up", "unfit-image.link-out"));
    }

    @Test
    void refusesPathsThatCouldMeanSomethingElse() throws IOException {
        for (String name : List.of("a b", "$(id)", "a;b", "a\nb", "a'b", "a\"b")) {
            Trees.folder(store.resolve(name));
        }

        assertThat(look().found()).hasSize(6).allSatisfy(one -> {
            assertThat(one.why().orElseThrow().messageKey()).isEqualTo("unfit-image.path");
            assertThat(one.location()).doesNotContain("\n");
        });
    }

    @Test
    void looksAtSoManyEntriesAndNoMore() throws IOException {
        for (int i = 0; i < 10_001; i++) {
            Files.createFile(store.resolve("file" + i));
        }

        StoreContents seen = look();

        assertThat(seen.entries()).isEqualTo(10_000);
        assertThat(seen.found()).hasSize(10_000);
        assertThat(seen.cut()).isTrue();
    }

    @Test
    void endsWhenItsTimeIsOver() throws IOException {
        Trees.folder(store.resolve("torch"));

        StoreContents seen =
                new StoreScan(store, List.of(store), new Budget(10, System.nanoTime() - 1)).look(Set.of(), NOW);

        assertThat(seen.cut()).isTrue();
        assertThat(seen.found()).isEmpty();
    }

    @Test
    void outlivesWhatVanishesAndWhatItMayNotRead() throws IOException {
        Trees.folder(store.resolve("closed"));
        Files.delete(store.resolve("closed/bin/sh"));
        Trees.folder(store.resolve("gone"));
        Trees.folder(store.resolve("stays"));
        StoreScan scan = new StoreScan(store, List.of(store), budget()) {
            @Override
            List<Path> children(Path of) throws IOException {
                List<Path> children = super.children(of);
                if (of.equals(store)) {
                    Files.move(store.resolve("gone"), folder.resolve("elsewhere"));
                } else if (of.endsWith("closed")) {
                    throw new AccessDeniedException(of.toString());
                }
                return children;
            }
        };

        assertThat(reasons(scan.look(Set.of(), NOW)))
                .containsOnly(Map.entry("closed", "unfit-image.unreadable"), Map.entry("stays", ""));
    }

    @Test
    void looksAtWhatTheCatalogueNamesWhereverItLies() throws IOException {
        String deep = Trees.folder(store.resolve("a/b/c")).toString();
        Trees.folder(store.resolve("named"));
        Trees.link(store.resolve("alias"), "named");
        Trees.link(store.resolve("out"), "/");
        String named = store.resolve("named").toString();
        String alias = store.resolve("alias").toString();
        String out = store.resolve("out").toString();
        String gone = store.resolve("gone").toString();

        StoreContents seen = scan().look(Set.of(deep, named, alias, out, gone), NOW);

        assertThat(seen.registered()).containsOnlyKeys(deep, named, alias, out, gone);
        assertThat(seen.registered().get(alias))
                .isEqualTo(seen.registered().get(named))
                .isPresent();
        assertThat(seen.registered().get(out)).isEmpty();
        assertThat(seen.registered().get(gone)).isEmpty();
        assertThat(seen.found()).extracting(FoundImage::location).doesNotContain(named, alias, out);
    }

    @Test
    void asksNoOtherStoreUnlessALinkLeadsOut() throws IOException {
        String named = Trees.folder(store.resolve("named")).toString();
        String away = store.resolve("away").toString();
        Trees.link(store.resolve("alias"), "named");
        Trees.link(
                store.resolve("away"),
                Trees.folder(folder.resolve("other/torch")).toString());
        List<String> asked = new ArrayList<>();
        Path silent = silent(asked);

        StoreContents seen = new StoreScan(store, List.of(silent, store), budget()).look(Set.of(named), NOW);
        assertThat(seen.registered().get(named)).isPresent();
        assertThat(reasons(seen)).containsEntry("alias", "unfit-image.link");
        assertThat(asked).as("%s leads out", away).hasSize(1);

        StoreContents both =
                new StoreScan(store, List.of(folder.resolve("other"), silent), budget()).look(Set.of(away), NOW);
        assertThat(both.registered().get(away)).isPresent();
        assertThat(asked).hasSize(1);
    }

    /** A store on a disk that does not answer. */
    private static Path silent(List<String> asked) {
        return (Path) Proxy.newProxyInstance(
                StoreScanTest.class.getClassLoader(), new Class<?>[] {Path.class}, (path, method, values) -> {
                    asked.add(method.getName());
                    throw new IOException("It does not answer.");
                });
    }

    @Test
    void takesAnEmptyStoreForOneThatIsNotThere() throws IOException {
        assertThat(look().found()).isEmpty();
        assertThatThrownBy(() -> scan().look(Set.of(store + "/torch"), NOW))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        why -> assertThat(why.messageKey()).isEqualTo("conflict.store-empty"));
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> new StoreScan(nowhere, List.of(), budget()).look(Set.of(), NOW))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        why -> assertThat(why.messageKey()).isEqualTo("conflict.store-not-visible"));
    }

    @Test
    void believesWhatAnImageSaysOfItself() throws IOException {
        Trees.file(
                Trees.folder(store.resolve("x")).resolve("carme-image.json"),
                "{\"name\":\"torch\",\"version\":\"2.4\",\"title\":\"PyTorch\",\"entryPoints\":[\"jupyter\"]}");
        Trees.sif(store.resolve("y.sif"));
        Trees.file(store.resolve("y.sif.carme-image.json"), "{\"runtime\":\"apptainer\"}");
        Trees.file(Trees.folder(store.resolve("unknown")).resolve("carme-image.json"), "{\"owner\":\"root\"}");
        Trees.file(Trees.folder(store.resolve("broken")).resolve("carme-image.json"), "{");
        Trees.file(Trees.folder(store.resolve("huge")).resolve("carme-image.json"), " ".repeat(70_000) + "{}");
        Trees.link(Trees.folder(store.resolve("linked")).resolve("carme-image.json"), "/etc/passwd");

        Map<String, FoundImage> found = look().found().stream().collect(Collectors.toMap(this::name, one -> one));

        assertThat(found.get("x").declaration().title()).contains("PyTorch");
        assertThat(found.get("x").declaration().entryPoints()).containsExactly("jupyter");
        assertThat(found.get("y.sif").declaration().runtime()).contains("apptainer");
        assertThat(found.get("linked").declaration()).isEqualTo(ImageDeclaration.NOTHING);
        for (String wrong : List.of("unknown", "broken", "huge")) {
            assertThat(found.get(wrong).why().orElseThrow().arguments().get(0))
                    .asString()
                    .endsWith(wrong + "/carme-image.json");
        }
        assertThat(found).hasSize(6);
    }

    private Budget budget() {
        return new Budget(10_000, System.nanoTime() + 60_000_000_000L);
    }

    private StoreScan scan() {
        return new StoreScan(store, List.of(store), budget());
    }

    private StoreContents look() throws IOException {
        return scan().look(Set.of(), NOW);
    }

    private List<String> names() throws IOException {
        return look().found().stream()
                .map(one -> one.naming().name() + ":" + one.naming().version())
                .toList();
    }

    private Map<String, String> reasons() throws IOException {
        return reasons(look());
    }

    private Map<String, String> reasons(StoreContents contents) {
        return contents.found().stream()
                .collect(Collectors.toMap(
                        this::name,
                        one -> one.why().map(why -> why.messageKey()).orElse("")));
    }

    private String name(FoundImage found) {
        return store.relativize(Path.of(found.location())).toString();
    }
}
