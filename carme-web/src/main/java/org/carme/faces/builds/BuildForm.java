package org.carme.faces.builds;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carme.builds.BuildDetails;
import org.carme.builds.BuildRequest;
import org.carme.builds.BuildStep;
import org.carme.builds.Recipe;
import org.carme.builds.RecipeFormat;
import org.carme.common.InvalidRequestException;

/** The fields of a build as typed; the service checks them. */
public class BuildForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String image = "";
    private String version = "";
    private RecipeFormat format = RecipeFormat.FORM;
    private String base = "";
    private String apt = "";
    private String pip = "";
    private String conda = "";
    private String environment = "";
    private final List<FileForm> files = new ArrayList<>();
    private String commands = "";
    private String recipe = "";
    private Integer minutes;

    /** A text file for the image. */
    public static class FileForm implements Serializable {
        private static final long serialVersionUID = 1L;
        private String path = "";
        private String text = "";
        private boolean executable;

        static FileForm of(BuildStep.PutFile file) {
            FileForm form = new FileForm();
            form.path = file.path();
            form.text = file.text();
            form.executable = file.executable();
            return form;
        }

        BuildStep step() {
            return new BuildStep.PutFile(typed(path).strip(), typed(text).replace("\r\n", "\n"), executable);
        }

        public String getPath() {
            return path;
        }

        public void setPath(String path) {
            this.path = path;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }

        public boolean isExecutable() {
            return executable;
        }

        public void setExecutable(boolean executable) {
            this.executable = executable;
        }
    }

    /** Takes over what an earlier build was asked for, but the version, of which there is one now. */
    void fill(BuildDetails earlier) {
        image = earlier.summary().image();
        base = earlier.summary().base();
        earlier.format().ifPresent(this::setFormat);
        recipe = earlier.recipe();
        if (format == RecipeFormat.FORM) {
            earlier.wanted().forEach(this::add);
        }
    }

    private void add(BuildStep step) {
        if (step instanceof BuildStep.Apt wanted) {
            apt = joined(apt, " ", String.join(" ", wanted.packages()));
        } else if (step instanceof BuildStep.Pip wanted) {
            pip = joined(pip, " ", String.join(" ", wanted.packages()));
        } else if (step instanceof BuildStep.Conda wanted) {
            conda = joined(conda, " ", String.join(" ", wanted.packages()));
        } else if (step instanceof BuildStep.Environment variable) {
            environment = joined(environment, "\n", variable.name() + "=" + variable.value());
        } else if (step instanceof BuildStep.PutFile file) {
            files.add(FileForm.of(file));
        } else if (step instanceof BuildStep.Run run) {
            commands = joined(commands, "\n", run.script());
        }
    }

    private static String joined(String before, String between, String next) {
        return before.isEmpty() ? next : before + between + next;
    }

    /** @throws InvalidRequestException naming the field that cannot be meant */
    BuildRequest request(String key) {
        BuildRequest request = format == RecipeFormat.FORM
                ? BuildRequest.formed(name(image), name(version), new Recipe(name(base), steps()))
                : BuildRequest.written(
                        name(image), name(version), format, typed(recipe).replace("\r\n", "\n"));
        return request.with(Optional.ofNullable(minutes).map(Duration::ofMinutes), Optional.of(key));
    }

    /** In the order in which a person would do it: what later steps need comes first. */
    private List<BuildStep> steps() {
        Stream<BuildStep> variables = typed(environment)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> of("environment", line, BuildForm::variable));
        Stream<BuildStep> packages = Stream.of(
                        packages("apt", apt, BuildStep.Apt::new),
                        packages("conda", conda, BuildStep.Conda::new),
                        packages("pip", pip, BuildStep.Pip::new))
                .flatMap(Optional::stream);
        Stream<BuildStep> texts = files.stream().map(file -> of("files", file, FileForm::step));
        Stream<BuildStep> script = Stream.of(typed(commands).replace("\r\n", "\n"))
                .filter(text -> !text.isBlank())
                .map(text -> of("commands", text, BuildStep.Run::new));
        return Stream.of(variables, packages, texts, script)
                .flatMap(Function.identity())
                .toList();
    }

    private static BuildStep variable(String line) {
        String[] parts = line.strip().split("=", 2);
        return new BuildStep.Environment(parts[0], parts.length == 1 ? "" : parts[1]);
    }

    private static Optional<BuildStep> packages(String field, String text, Function<List<String>, BuildStep> step) {
        List<String> names = Stream.of(typed(text).split("\\s+"))
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(of(field, names, step));
    }

    /** A step that cannot be meant is said beside the field in which it was typed. */
    private static <T> BuildStep of(String field, T typed, Function<T, BuildStep> step) {
        try {
            return step.apply(typed);
        } catch (InvalidRequestException e) {
            throw InvalidRequestException.about(
                    field, e.messageKey(), e.arguments().toArray());
        }
    }

    private static String name(String text) {
        return typed(text).strip();
    }

    private static String typed(String text) {
        return text == null ? "" : text;
    }

    public String getImage() {
        return image;
    }

    public void setImage(String image) {
        this.image = image;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public RecipeFormat getFormat() {
        return format;
    }

    public void setFormat(RecipeFormat format) {
        this.format = format;
    }

    public String getBase() {
        return base;
    }

    public void setBase(String base) {
        this.base = base;
    }

    public String getApt() {
        return apt;
    }

    public void setApt(String apt) {
        this.apt = apt;
    }

    public String getPip() {
        return pip;
    }

    public void setPip(String pip) {
        this.pip = pip;
    }

    public String getConda() {
        return conda;
    }

    public void setConda(String conda) {
        this.conda = conda;
    }

    public String getEnvironment() {
        return environment;
    }

    public void setEnvironment(String environment) {
        this.environment = environment;
    }

    public List<FileForm> getFiles() {
        return files;
    }

    public String getCommands() {
        return commands;
    }

    public void setCommands(String commands) {
        this.commands = commands;
    }

    public String getRecipe() {
        return recipe;
    }

    public void setRecipe(String recipe) {
        this.recipe = recipe;
    }

    public Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }
}
