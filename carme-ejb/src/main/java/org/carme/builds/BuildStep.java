package org.carme.builds;

import java.util.List;
import org.carme.common.InvalidRequestException;

/** One thing to be done in the copy of the base. What cannot be meant is refused where a step is made, naming {@code steps}. */
public sealed interface BuildStep {
    /** As recipes of the API and the builder call it. */
    String kind();

    /**
     * Packages of the image's distribution.
     *
     * @param packages such as {@code hello}, {@code hello=2.10-3} or {@code hello:amd64}
     */
    record Apt(List<String> packages) implements BuildStep {
        public Apt {
            packages = BuildRules.packages(packages, BuildRules.APT, "invalid-request.build-apt");
        }

        @Override
        public String kind() {
            return "apt";
        }
    }

    /**
     * Packages of a Python index.
     *
     * @param packages such as {@code six}, {@code numpy==1.26.4} or {@code dask[array]>=2024,<2025}; no addresses, no options
     */
    record Pip(List<String> packages) implements BuildStep {
        public Pip {
            packages = BuildRules.packages(packages, BuildRules.PIP, "invalid-request.build-pip");
        }

        @Override
        public String kind() {
            return "pip";
        }
    }

    /**
     * Packages of a conda channel, in an image that has conda.
     *
     * @param packages such as {@code numpy}, {@code numpy=1.26} or {@code conda-forge::numpy}
     */
    record Conda(List<String> packages) implements BuildStep {
        public Conda {
            packages = BuildRules.packages(packages, BuildRules.CONDA, "invalid-request.build-conda");
        }

        @Override
        public String kind() {
            return "conda";
        }
    }

    /**
     * A small text file.
     *
     * @param path absolute, in the image
     */
    record PutFile(String path, String text, boolean executable) implements BuildStep {
        public PutFile {
            if (!BuildRules.isPath(path)) {
                throw InvalidRequestException.about("steps", "invalid-request.build-path", path);
            }
            BuildRules.requireText(text);
        }

        @Override
        public String kind() {
            return "file";
        }
    }

    /**
     * A variable that services of the image have, and the steps after this one.
     *
     * @param value may name other variables, as {@code $NAME} or {@code ${NAME}}
     */
    record Environment(String name, String value) implements BuildStep {
        public Environment {
            if (!BuildRules.isVariable(name, value)) {
                throw InvalidRequestException.about("steps", "invalid-request.build-variable", name);
            }
        }

        @Override
        public String kind() {
            return "environment";
        }
    }

    /** Lines for the image's {@code /bin/sh}, run as its root until one fails. */
    record Run(String script) implements BuildStep {
        public Run {
            BuildRules.requireText(script);
        }

        @Override
        public String kind() {
            return "run";
        }
    }
}
