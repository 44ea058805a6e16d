package org.carme.faces.configuration;

import java.io.Serializable;

/** Something wrong in a file, as a row. */
public class ProblemRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String object;
    private final String text;

    ProblemRow(int line, String object, String text) {
        this.line = line;
        this.object = object;
        this.text = text;
    }

    /** @return 0 if it stands in no line */
    public int getLine() {
        return line;
    }

    public String getObject() {
        return object;
    }

    public String getText() {
        return text;
    }
}
