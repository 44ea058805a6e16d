package org.carme.export;

import java.io.IOException;
import java.io.OutputStream;

/** A file that is made while it is sent. */
@FunctionalInterface
public interface Download {
    /** Writes it; the stream stays open. */
    void writeTo(OutputStream out) throws IOException;
}
