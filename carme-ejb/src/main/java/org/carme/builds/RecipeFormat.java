package org.carme.builds;

/** How a recipe was written. */
public enum RecipeFormat {
    /** Step by step, in the form or the API. */
    FORM,
    /** A subset of the Dockerfile: FROM, RUN, ENV, WORKDIR, COPY with a text of its own, LABEL. */
    DOCKERFILE,
    /** A subset of Apptainer's definition file: the header, %post, %environment, %labels, %help. */
    APPTAINER
}
