package org.carme.packages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.carme.database.TestDatabase;
import org.carme.images.VisibleVersions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is inside images, on a real database. */
class PackageRepositoryIT {
    private static final SoftwarePackage TORCH = pip("torch", "2.4.0");
    private static final SoftwarePackage TORCH_OLD = pip("torch", "2.3.1");
    private static final SoftwarePackage VISION = pip("torchvision", "0.19");
    private static final SoftwarePackage PYTORCH = pip("pytorch-lightning", "2.4");
    private static final byte[] DOCUMENT = "{}".getBytes(StandardCharsets.UTF_8);

    private final TestDatabase database = database();
    private final EntityManager entityManager = database.open();
    private final PackageRepository rows = new PackageRepository(entityManager);
    private long first;
    private long second;

    TestDatabase database() {
        return new TestDatabase();
    }

    @BeforeEach
    void addVersions() {
        TestDatabase.inTransaction(entityManager, () -> {
            entityManager
                    .createNativeQuery("INSERT INTO images (name, title, description) VALUES ('base', 'Base', '')")
                    .executeUpdate();
            first = version("1");
            second = version("2");
            return null;
        });
    }

    private long version(String name) {
        entityManager
                .createNativeQuery(
                        "INSERT INTO image_versions (version, image_name, name, runtime, location, accelerators,"
                                + " entry_points, binds, flags, notes, state, created_by, created_at) VALUES (0, 'base', ?, 'none',"
                                + " '', TRUE, '', '', '', '', 'ACTIVE', 'carla', 1)")
                .setParameter(1, name)
                .executeUpdate();
        Object id = entityManager
                .createNativeQuery("SELECT id FROM image_versions WHERE name = ?")
                .setParameter(1, name)
                .getSingleResult();
        return ((Number) id).longValue();
    }

    @AfterEach
    void close() {
        entityManager.close();
        database.close();
    }

    @Test
    void keepsOfAVersionWhatWasSaidLast() {
        take(first, TORCH, VISION);
        take(first, TORCH_OLD);

        assertThat(rows.inside(first, "", 0, 10)).containsExactly(TORCH_OLD);
        assertThat(rows.contents(first))
                .hasValue(new Contents(
                        Instant.EPOCH, "carla", OptionalLong.of(5), Optional.of("sha256:" + "a".repeat(64)), 1, 3));
        assertThat(rows.document(first)).hasValue(DOCUMENT);
        assertThat(rows.contents(second)).isEmpty();
    }

    @Test
    void findsNamesThatAreMeantFirst() {
        take(first, PYTORCH, VISION, TORCH, pip("numpy", "2.4"));
        take(second, TORCH, TORCH_OLD);

        assertThat(search("torch", "")).containsExactly(TORCH_OLD, TORCH, VISION, PYTORCH);
        assertThat(search("torch", "2.4")).containsExactly(TORCH, PYTORCH);
        assertThat(search("nothing", "")).isEmpty();
    }

    @Test
    void forgetsWhoHasSaidIt() {
        take(second, TORCH);
        assertThat(rows.takers()).containsExactly("carla");
        assertThat(rows.takenBy("carla")).containsExactly("base:2");

        TestDatabase.inTransaction(entityManager, () -> {
            rows.rename("carla", "former-1");
            return null;
        });
        assertThat(rows.takers()).containsExactly("former-1");
        assertThat(rows.takenBy("carla")).isEmpty();
        assertThat(rows.inside(second, "", 0, 10)).containsExactly(TORCH);
    }

    @Test
    void takesNoLetterForAPattern() {
        take(first, pip("a_b", "1"), pip("axb", "1"), pip("a%b", "1"), pip("a!b", "1"));

        assertThat(search("a_b", "")).extracting(SoftwarePackage::name).containsExactly("a_b");
        assertThat(search("a%", "")).extracting(SoftwarePackage::name).containsExactly("a%b");
        assertThat(search("a\\", "")).isEmpty();
    }

    @Test
    void countsOnlyAmongThoseNamed() {
        take(first, TORCH);
        take(second, TORCH, VISION);
        Map<Long, SoftwarePackage> found = rows.search("torch", "", 10);
        long torch = id(found, TORCH);

        assertThat(rows.uses(found.keySet(), VisibleVersions.ALL)).isEqualTo(Map.of(torch, 2L, id(found, VISION), 1L));
        assertThat(rows.uses(found.keySet(), only("name = ?", "1"))).isEqualTo(Map.of(torch, 1L));
        assertThat(rows.uses(found.keySet(), only("name = ?", "3"))).isEmpty();
        assertThat(rows.versionsWith(torch)).isEqualTo(Set.of(first, second));
    }

    @Test
    void goesWithTheVersion() {
        take(first, TORCH);
        try (EntityManager own = database.open()) {
            TestDatabase.inTransaction(
                    own,
                    () -> own.createNativeQuery("DELETE FROM image_versions WHERE id = ?")
                            .setParameter(1, first)
                            .executeUpdate());
        }

        assertThat(rows.contents(first)).isEmpty();
        assertThat(rows.uses(rows.search("torch", "", 10).keySet(), VisibleVersions.ALL))
                .isEmpty();
    }

    @Test
    void takesThousands() {
        List<SoftwarePackage> many = IntStream.range(0, 3_000)
                .mapToObj(i -> pip("p%05d".formatted(i), "1"))
                .toList();
        take(first, many.toArray(SoftwarePackage[]::new));

        assertThat(rows.inside(first, "", 2_990, 50)).isEqualTo(many.subList(2_990, 3_000));
    }

    private static VisibleVersions only(String condition, String value) {
        return new VisibleVersions(Optional.of("SELECT id FROM image_versions WHERE " + condition), List.of(value));
    }

    private void take(long version, SoftwarePackage... inside) {
        Contents contents = new Contents(
                Instant.EPOCH, "carla", OptionalLong.of(5), Optional.of("sha256:" + "a".repeat(64)), inside.length, 3);
        TestDatabase.inTransaction(entityManager, () -> {
            rows.replace(version, contents, DOCUMENT, List.of(inside));
            return null;
        });
    }

    private List<SoftwarePackage> search(String name, String version) {
        return List.copyOf(rows.search(name, version, 10).values());
    }

    private static long id(Map<Long, SoftwarePackage> found, SoftwarePackage software) {
        return found.entrySet().stream()
                .filter(entry -> entry.getValue().equals(software))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static SoftwarePackage pip(String name, String version) {
        return new SoftwarePackage(PackageKind.PIP, name, version, List.of("MIT"), "pkg:pypi/" + name + "@" + version);
    }
}
