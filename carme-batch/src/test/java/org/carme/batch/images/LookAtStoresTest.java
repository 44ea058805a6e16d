package org.carme.batch.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.carme.batch.Silence;
import org.carme.imports.StoreCare;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LookAtStoresTest {
    private final List<String> looked = new ArrayList<>();
    private final LookAtStores batchlet = Silence.around(new LookAtStores());
    private final StoreCare stores = storesOfWhichOneIsAway();

    @BeforeEach
    void have() {
        batchlet.stores = stores;
    }

    private StoreCare storesOfWhichOneIsAway() {
        return new StoreCare() {
            @Override
            public List<String> folders() {
                return List.of("/a", "/away", "/b");
            }

            @Override
            public Seen look(String folder) {
                looked.add(folder);
                if (folder.equals("/away")) {
                    throw new IllegalStateException("away");
                }
                return new Seen(2, 1);
            }
        };
    }

    @Test
    void looksAtEachStoreAlsoBehindOneThatIsAway() {
        assertThat(batchlet.process()).isEqualTo("LOOKED AT 4, DRAFTED 2");
        assertThat(looked).containsExactly("/a", "/away", "/b");
        assertThat(Silence.saidBy(batchlet))
                .containsExactly("Looked at /a: 2 versions, 1 new draft", "Looked at /b: 2 versions, 1 new draft");
    }

    @Test
    void saysOneAndManyAsPeopleDo() {
        batchlet.stores = new StoreCare() {
            @Override
            public List<String> folders() {
                return List.of("/a");
            }

            @Override
            public Seen look(String folder) {
                return new Seen(1, 0);
            }
        };

        batchlet.process();

        assertThat(Silence.saidBy(batchlet)).containsExactly("Looked at /a: 1 version, 0 new drafts");
    }

    @Test
    void failsWhenTheOnlyStoreThatItIsToLookAtIsStillAway() {
        LookAtStores again = Silence.around(new LookAtStores(), "/away");
        again.stores = stores;

        assertThatThrownBy(again::process).hasMessage("away");
    }

    @Test
    void looksAtNothingOnceStopped() {
        batchlet.stop();

        assertThat(batchlet.process()).isEqualTo("LOOKED AT 0, DRAFTED 0");
        assertThat(looked).isEmpty();
    }

    @Test
    @Timeout(30)
    void waitsNoMoreForAStoreThatHangsOnceStopped() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        batchlet.stores = new StoreCare() {
            @Override
            public List<String> folders() {
                return List.of("/hangs", "/b");
            }

            @Override
            public Seen look(String folder) {
                asked.countDown();
                try {
                    answer.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return new Seen(2, 1);
            }
        };
        CompletableFuture<String> ended = CompletableFuture.supplyAsync(batchlet::process);
        asked.await();

        batchlet.stop();

        assertThat(ended.join()).isEqualTo("LOOKED AT 0, DRAFTED 0");
        assertThat(Silence.saidBy(batchlet)).isEmpty();
        answer.countDown();
    }
}
