package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Starts at the same moment, whatever the database: never more than the template allows, never two for one key. */
final class SimultaneousStarts {
    private static final int AT_ONCE = 8;
    private static final int ALLOWED = 2;

    private SimultaneousStarts() {}

    static void keepToTheLimit() {
        Api alice = Api.as("alice");
        alice.endAll();
        List<Api.Answer> answers = together(i -> alice.post("/jobs", Starts.cpu("at once " + i)));
        List<Integer> started = answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(answer -> answer.json().getInt("id"))
                .toList();
        alice.endAll();

        assertThat(started).hasSize(ALLOWED);
        assertThat(answers.stream().filter(answer -> answer.status() != 201)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().getString("code")).isEqualTo("quota-exceeded");
        });
    }

    static void makeOneJobOfOneKey() {
        Api alice = Api.as("alice");
        String key = "key-" + System.nanoTime();
        List<Integer> ids = together(i -> alice.post("/jobs", Starts.cpu("one key"), key)).stream()
                .map(answer -> answer.json().getInt("id"))
                .distinct()
                .toList();
        alice.endAll();

        assertThat(ids).hasSize(1);
    }

    private static List<Api.Answer> together(IntFunction<Api.Answer> start) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<CompletableFuture<Api.Answer>> starts = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> start.apply(i), threads))
                    .toList();
            return starts.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }
}
