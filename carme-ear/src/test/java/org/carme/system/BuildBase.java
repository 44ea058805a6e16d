package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** An image that others can be built on. */
final class BuildBase {
    private static final Api ADMIN = Api.as("admin");
    private static final Api CARLA = Api.as("carla");

    private BuildBase() {}

    /** Its version 1 is approved, and the template for builds offers it. */
    static void make(String image) {
        assertThat(CARLA.post("/admin/images", "{\"name\":\"%1$s\",\"title\":\"%1$s\"}".formatted(image))
                        .status())
                .isEqualTo(201);
        String version = """
                {"version": "1", "runtime": "bubblewrap", "location": "/opt/carme/images/debian", "entryPoints": ["jupyter"]}""";
        assertThat(CARLA.post("/admin/images/" + image + "/versions", version).status())
                .isEqualTo(201);
        approve(image);
        offer(image);
    }

    static void approve(String image) {
        int revision = CARLA.get("/images/" + image + "/versions/1").json().getInt("revision");
        String state = "/admin/images/" + image + "/versions/1/state?revision=" + revision;
        assertThat(CARLA.put(state, "{\"state\":\"active\"}").status()).isEqualTo(200);
    }

    /** By the template for builds, beside what it offers already. */
    private static void offer(String image) {
        JsonObject details = ADMIN.get("/admin/templates/Images").json();
        JsonArrayBuilder images = Json.createArrayBuilder(
                        details.getJsonObject("template").getJsonArray("images"))
                .add(image);
        JsonObjectBuilder changed = Json.createObjectBuilder(details.getJsonObject("template"));
        assertThat(ADMIN.put(
                                "/admin/templates/Images?version=" + details.getInt("version"),
                                changed.add("images", images).build().toString())
                        .status())
                .isEqualTo(200);
    }
}
