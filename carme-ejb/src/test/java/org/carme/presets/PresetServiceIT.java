package org.carme.presets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.carme.common.InvalidRequestException;
import org.carme.database.TestDatabase;
import org.carme.staging.StagedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresetServiceIT {
    private final TestDatabase database = new TestDatabase();
    private final EntityManager entityManager = database.open();
    private static final StagedData DATA = StagedData.of("~/Größe 1\ndataset:cifar", "~/out");

    private final PresetService presets = new PresetService();
    private final PresetData data = new PresetData();

    @BeforeEach
    void open() {
        data.presets = new PresetRepository(entityManager);
        presets.store = new PresetStore();
        presets.store.presets = data.presets;
        entityManager.getTransaction().begin();
    }

    @AfterEach
    void close() {
        entityManager.getTransaction().rollback();
        entityManager.close();
        database.close();
    }

    @Test
    void keepsOneOfEachTitleForEachUser() {
        presets.save("alice", preset("night", 1));
        presets.save("alice", preset("  course ", 2));
        presets.save("bob", preset("night", 3));
        presets.save("alice", preset("night", 4));

        assertThat(presets.of("alice")).containsExactly(preset("course", 2), preset("night", 4));
        assertThat(presets.of("bob")).containsExactly(preset("night", 3));

        presets.remove("alice", "night");
        presets.remove("alice", "night");
        assertThat(presets.of("alice")).containsExactly(preset("course", 2));
        assertThat(presets.of("bob")).hasSize(1);
    }

    @Test
    void keepsNoMoreThanTwenty() {
        for (int i = 0; i < 20; i++) {
            presets.save("alice", preset("preset " + i, 1));
        }
        presets.save("alice", preset("preset 7", 2));

        assertThatThrownBy(() -> presets.save("alice", preset("one more", 1)))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(presets.of("alice")).hasSize(20);
    }

    @Test
    void keepsNoMoreThanTwentyThatComeAtTheSameTime() {
        List<CompletableFuture<Void>> saves = IntStream.range(0, 30)
                .mapToObj(i -> CompletableFuture.runAsync(() -> saveAlone(preset("preset " + i, 1))))
                .toList();
        saves.forEach(save -> save.exceptionally(refused -> null).join());

        assertThat(presets.of("alice")).hasSize(20);
        assertThat(saves)
                .filteredOn(CompletableFuture::isCompletedExceptionally)
                .hasSize(10);
    }

    private void saveAlone(Preset preset) {
        PresetService other = new PresetService();
        other.store = new PresetStore() {
            @Override
            void save(String user, Preset wanted) {
                try (EntityManager own = database.open()) {
                    PresetStore store = new PresetStore();
                    store.presets = new PresetRepository(own);
                    TestDatabase.inTransaction(own, () -> {
                        store.save(user, wanted);
                        return null;
                    });
                }
            }
        };
        other.save("alice", preset);
    }

    @Test
    void refusesWhatNoPresetMayHave() {
        for (Preset wrong : new Preset[] {
            preset(" ", 1), preset("x".repeat(41), 1), preset("a\nb", 1), preset("none", 0), preset("many", 100_001)
        }) {
            assertThatThrownBy(() -> presets.save("alice", wrong)).isInstanceOf(InvalidRequestException.class);
        }
        assertThat(presets.of("alice")).isEmpty();
    }

    @Test
    void tellsAndForgetsWhatIsKeptAboutAPerson() {
        presets.save("alice", preset("night", 1));
        presets.save("bob", preset("night", 1));

        assertThat(data.part("alice", Optional.empty()).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.getString("title")).isEqualTo("night"));
        data.forget("alice", "left-1");

        assertThat(data.people()).containsExactly("bob");
        assertThat(data.count("alice")).isZero();
    }

    private static Preset preset(String title, int nodes) {
        return new Preset(title, "GPU", Optional.of("carme-users"), "a100", 1, nodes, "base", 120, DATA);
    }
}
