package org.carme.images;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Images without a database: those that a test has said, and plain processes. */
public final class FakeLaunches extends ImageLaunches {
    public static final ImageSettings SETTINGS =
            new ImageSettings(Path.of("../server-config/runtimes"), List.of("/opt/carme/images"), List.of());

    private final Map<String, ImageLaunch> launches = new HashMap<>();

    /** Those that come with Carme. */
    public static RuntimeCatalogue runtimes() {
        RuntimeCatalogue runtimes = new RuntimeCatalogue();
        runtimes.settings = SETTINGS;
        runtimes.load();
        return runtimes;
    }

    public void put(ImageLaunch launch) {
        launches.put(launch.image(), launch);
    }

    @Override
    public ImageLaunch launch(String image, String version) {
        ImageLaunch plain = new ImageLaunch(image, version, "none", "", "", List.of(), List.of(), List.of());
        return launches.getOrDefault(image, plain);
    }
}
