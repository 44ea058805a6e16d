package org.carme.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.function.Function;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.common.ChangedMeanwhileException;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.inventory.AcceleratorType.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Descriptions of types on a real database. */
class AcceleratorTypesIT {
    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void showsATypeThatNobodyHasDescribed() {
        AcceleratorType type = types(AcceleratorTypes::described).of("a100");

        assertThat(type.title()).isEqualTo("A100");
        assertThat(type.kind()).isEqualTo(Kind.GPU);
        assertThat(type.colour())
                .isEqualTo(types(AcceleratorTypes::described).of("a100").colour())
                .isNotEqualTo(TypeColour.GREY);
        assertThat(types(AcceleratorTypes::described).of("cpu").kind()).isEqualTo(Kind.CPU_ONLY);
    }

    @Test
    void keepsWhatIsSaidAndWritesItDown() {
        AcceleratorType kept = describe(type("NVIDIA A100", 0));
        AcceleratorType changed = describe(type("A100 80 GB", kept.version()));

        assertThat(types(AcceleratorTypes::described).of("a100")).isEqualTo(changed);
        assertThat(audited()).isEqualTo("NVIDIA A100 SKY GPU → A100 80 GB SKY GPU");
        describe(changed);
        assertThat(types(AcceleratorTypes::described).of("a100").version()).isEqualTo(changed.version());
    }

    @Test
    void letsNobodyOverwriteWhatHeHasNotSeen() {
        AcceleratorType kept = describe(type("first", 0));

        assertThatThrownBy(() -> describe(type("second", 0))).isInstanceOf(ChangedMeanwhileException.class);
        assertThat(types(AcceleratorTypes::described).of("a100")).isEqualTo(kept);
    }

    private static AcceleratorType type(String title, long version) {
        return new AcceleratorType("a100", title, TypeColour.SKY, Kind.GPU, version);
    }

    private AcceleratorType describe(AcceleratorType type) {
        return types(types -> types.describe("admin", type));
    }

    private String audited() {
        try (EntityManager own = database.open()) {
            return TestAudit.on(own, clock)
                    .all("admin", AuditQuery.ALL, 50, Optional.empty())
                    .entries()
                    .get(0)
                    .detail();
        }
    }

    private <T> T types(Function<AcceleratorTypes, T> action) {
        try (EntityManager own = database.open()) {
            AcceleratorTypes types = new AcceleratorTypes();
            types.repository = new InventoryRepository(own);
            types.audit = TestAudit.on(own, clock);
            return TestDatabase.inTransaction(own, () -> action.apply(types));
        }
    }
}
