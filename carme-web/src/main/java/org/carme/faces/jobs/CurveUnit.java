package org.carme.faces.jobs;

/** How a value is said in the reader's language. */
@FunctionalInterface
interface CurveUnit {
    String text(double value);
}
