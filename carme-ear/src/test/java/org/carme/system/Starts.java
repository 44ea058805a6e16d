package org.carme.system;

/** Requests for jobs. */
final class Starts {
    private Starts() {}

    static String gpu(String name) {
        return """
                {"template": "GPU", "acceleratorType": "a100", "acceleratorsPerNode": 1, "nodes": 1,
                 "image": "base", "name": "%s", "timeLimitMinutes": 30}""".formatted(name);
    }

    static String cpu(String name) {
        return """
                {"template": "CPU", "acceleratorType": "cpu", "acceleratorsPerNode": 0, "nodes": 1,
                 "image": "base", "name": "%s", "timeLimitMinutes": 30}""".formatted(name);
    }
}
