package org.carme.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.TestNodes;
import org.carme.common.InvalidRequestException;
import org.carme.inventory.AcceleratorType.Kind;
import org.carme.users.Administrators;
import org.carme.users.NotAdministratorException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may say what about accelerator types. */
class InventoryServiceTest {
    private final InventoryService service = new InventoryService();

    @BeforeEach
    void open() {
        service.administrators = new OnlyAdmin();
        service.types = new OneDescribed();
        service.status = new ClusterStatus();
        service.status.seen(List.of(TestNodes.node("node01", "gpu", Map.of("a100", 4))), Instant.EPOCH);
    }

    @Test
    void listsWhatTheClusterHasAndWhatItHad() {
        assertThat(service.types("admin")).extracting(AcceleratorType::name).containsExactly("a100", "k80", "cpu");
    }

    @Test
    void letsOnlyAdministratorsDescribeTypes() {
        assertThatThrownBy(() -> service.describe("alice", type("a100", "A100", Kind.GPU)))
                .isInstanceOf(NotAdministratorException.class);
        assertThatThrownBy(() -> service.types("alice")).isInstanceOf(NotAdministratorException.class);
        assertThatThrownBy(() -> service.goneNodes("alice")).isInstanceOf(NotAdministratorException.class);
        assertThatThrownBy(() -> service.dismiss("alice", "node01")).isInstanceOf(NotAdministratorException.class);
    }

    @Test
    void describesOnlyWhatTheClusterHasOrHad() {
        assertThat(service.describe("admin", type("k80", "  Old ones ", Kind.OTHER))
                        .title())
                .isEqualTo("Old ones");
        assertThatThrownBy(() -> service.describe("admin", type("h100", "H100", Kind.GPU)))
                .isInstanceOf(AcceleratorTypeNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "12345678901234567890123456789012345678901"})
    void refusesTitlesThatCannotBeShown(String title) {
        assertThatThrownBy(() -> service.describe("admin", type("a100", title, Kind.GPU)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void keepsCpusAndAcceleratorsApart() {
        assertThatThrownBy(() -> service.describe("admin", type("a100", "A100", Kind.CPU_ONLY)))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> service.describe("admin", type("cpu", "Processors", Kind.GPU)))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(service.describe("admin", type("cpu", "Processors", Kind.CPU_ONLY))
                        .title())
                .isEqualTo("Processors");
    }

    private static AcceleratorType type(String name, String title, Kind kind) {
        return new AcceleratorType(name, title, TypeColour.SKY, kind, 0);
    }

    private static final class OnlyAdmin extends Administrators {
        @Override
        public boolean includes(String user) {
            return user.equals("admin");
        }
    }

    private static final class OneDescribed extends AcceleratorTypes {
        @Override
        public DescribedTypes described() {
            return new DescribedTypes(List.of(type("k80", "K80", Kind.GPU)));
        }

        @Override
        AcceleratorType describe(String admin, AcceleratorType wanted) {
            return wanted;
        }
    }
}
