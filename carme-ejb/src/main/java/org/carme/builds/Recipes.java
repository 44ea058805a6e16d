package org.carme.builds;

import java.util.List;
import org.carme.common.InvalidRequestException;

/** Reads recipes that were written as a file. */
public final class Recipes {
    static final String FIELD = "recipe";

    private Recipes() {}

    /**
     * Reads it.
     *
     * @param format of the text; not {@link RecipeFormat#FORM}, which has no text
     * @throws InvalidRequestException about {@code recipe}, naming the line
     */
    public static Recipe read(RecipeFormat format, String text) {
        if (!BuildRules.isText(text)) {
            throw InvalidRequestException.about(FIELD, "invalid-request.recipe-length", BuildRules.LONGEST_TEXT);
        }
        List<String> lines = text.lines().toList();
        return switch (format) {
            case DOCKERFILE -> new DockerfileReader(lines).read();
            case APPTAINER -> new DefinitionReader(lines).read();
            case FORM -> throw InvalidRequestException.about("format", "invalid-request.recipe-format");
        };
    }

    static InvalidRequestException wrong(int line, String key, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = line;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return InvalidRequestException.about(FIELD, key, arguments);
    }

    static InvalidRequestException noBase() {
        return InvalidRequestException.about(FIELD, "invalid-request.recipe-base");
    }

    static BuildStep environment(int line, String name, String value) {
        if (!BuildRules.isVariable(name, value)) {
            throw wrong(line, "invalid-request.recipe-variable", name);
        }
        return new BuildStep.Environment(name, value);
    }
}
