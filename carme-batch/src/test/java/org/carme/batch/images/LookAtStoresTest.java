package org.carme.batch.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carme.batch.Silence;
import org.carme.imports.StoreCare;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookAtStoresTest {
    private final List<String> looked = new ArrayList<>();
    private final LookAtStores batchlet = Silence.around(new LookAtStores());

    @BeforeEach
    void have() {
        batchlet.stores = new StoreCare() {
            @Override
            public List<String> folders() {
                return List.of("/a", "/away", "/b");
            }

            @Override
            public Optional<Seen> look(String folder) {
                looked.add(folder);
                return folder.equals("/away") ? Optional.empty() : Optional.of(new Seen(2, 1));
            }
        };
    }

    @Test
    void looksAtEachStoreAlsoBehindOneThatIsAway() {
        assertThat(batchlet.process()).isEqualTo("LOOKED AT 4, DRAFTED 2, STORES AWAY 1");
        assertThat(looked).containsExactly("/a", "/away", "/b");
    }

    @Test
    void looksAtNothingOnceStopped() {
        batchlet.stop();

        assertThat(batchlet.process()).isEqualTo("LOOKED AT 0, DRAFTED 0, STORES AWAY 0");
        assertThat(looked).isEmpty();
    }
}
