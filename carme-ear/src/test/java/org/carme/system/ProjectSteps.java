package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A project of alice's in which bob is made a manager and a member again, as fast as the portal answers. */
final class ProjectSteps {
    private static final List<String> STEPS = List.of("promote", "demote");

    private final Api alice = Api.as("alice");
    private final String name = "Crash " + UUID.randomUUID().toString().substring(0, 8);
    private final String slug;
    private final AtomicInteger answered = new AtomicInteger();

    ProjectSteps() {
        slug = alice.post("/projects", "{\"name\":\"" + name + "\"}")
                .json()
                .getJsonObject("project")
                .getString("slug");
        Api.as("admin").post("/admin/projects/" + slug + "/approval", "{\"templates\":[]}");
        alice.post("/projects/" + slug + "/members", "{\"user\":\"bob\"}");
        Api.as("bob").post(bob() + "/accept", "");
    }

    /** Goes on until the portal dies. */
    CompletableFuture<Void> goOn(CountDownLatch some) {
        return CompletableFuture.runAsync(() -> {
            try {
                while (step(answered.get())) {
                    answered.incrementAndGet();
                    some.countDown();
                }
            } catch (UncheckedIOException dead) {
                assertThat(answered).hasPositiveValue();
            }
        });
    }

    private boolean step(int number) {
        return alice.post(bob() + '/' + STEPS.get(number % 2), "").status() == 204;
    }

    /** What bob is, what he was told and what is written down tell of the same steps, of all that were answered. */
    void areWhole() {
        List<JsonObject> entries = Api.as("admin")
                .get("/admin/audit?limit=200&object=" + slug)
                .json()
                .getJsonArray("entries")
                .getValuesAs(JsonObject.class);
        List<JsonObject> messages = Api.as("bob")
                .get("/notifications?limit=200")
                .json()
                .getJsonArray("notifications")
                .getValuesAs(JsonObject.class);
        long promoted = entries.stream().filter(of("action", "member-promoted")).count();
        long demoted = entries.stream().filter(of("action", "member-demoted")).count();
        List<JsonObject> told = messages.stream()
                .filter(message -> message.getString("subject").equals(name))
                .toList();

        assertThat(promoted + demoted).isGreaterThanOrEqualTo(answered.get());
        assertThat(told.stream().filter(of("event", "member-promoted"))).hasSize((int) promoted);
        assertThat(told.stream().filter(of("event", "member-demoted"))).hasSize((int) demoted);
        assertThat(alice.get("/projects/" + slug).json().toString())
                .contains("\"state\":\"" + (promoted > demoted ? "MANAGER" : "MEMBER") + "\",\"user\":\"bob\"");
        assertThat(step((int) (promoted + demoted))).as("the next step").isTrue();
        assertThat(alice.post("/projects/" + slug + "/archive", "").status()).isEqualTo(204);
    }

    private static Predicate<JsonObject> of(String field, String value) {
        return object -> object.getString(field).equals(value);
    }

    private String bob() {
        return "/projects/" + slug + "/members/bob";
    }
}
