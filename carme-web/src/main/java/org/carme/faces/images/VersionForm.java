package org.carme.faces.images;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carme.images.BindText;
import org.carme.images.RuntimeDeclaration;
import org.carme.images.VersionContent;
import org.carme.images.VersionSpec;

/** The fields of a version as typed; the service checks them. */
public class VersionForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long MEGA = 1_000_000;

    private String name = "";
    private String runtime = RuntimeDeclaration.NONE.name();
    private String location = "";
    private String digest = "";
    private String binds = "";
    private List<String> flags = new ArrayList<>();
    private List<String> entryPoints = new ArrayList<>();
    private Long megabytes;
    private Long bytes;
    private boolean accelerators = true;
    private String notes = "";

    void fill(VersionSpec spec) {
        VersionContent content = spec.content();
        name = spec.name();
        runtime = content.runtime();
        location = content.location();
        digest = content.digest().orElse("");
        binds = content.binds().stream().map(BindText::of).collect(Collectors.joining("\n"));
        flags = new ArrayList<>(content.flags());
        entryPoints = new ArrayList<>(content.entryPoints());
        bytes = spec.bytes().orElse(null);
        megabytes = bytes == null ? null : megabytes(bytes);
        accelerators = spec.accelerators();
        notes = spec.notes();
    }

    /** @param fixed what cannot be changed any more, empty for a draft */
    VersionSpec spec(Optional<VersionContent> fixed) {
        return new VersionSpec(typed(name).strip(), fixed.orElseGet(this::content), size(), accelerators, typed(notes));
    }

    private VersionContent content() {
        return new VersionContent(
                typed(runtime),
                typed(location).strip(),
                Optional.of(typed(digest).strip()).filter(text -> !text.isEmpty()),
                typed(binds)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(BindText::read)
                        .toList(),
                List.copyOf(flags),
                List.copyOf(entryPoints));
    }

    /** Megabytes that nobody has touched leave the size as exact as it was. */
    private Optional<Long> size() {
        if (megabytes == null) {
            return Optional.empty();
        }
        return Optional.of(
                bytes != null && megabytes(bytes) == megabytes ? bytes : Math.multiplyExact(megabytes, MEGA));
    }

    private static long megabytes(long bytes) {
        return Math.round((double) bytes / MEGA);
    }

    private static String typed(String text) {
        return text == null ? "" : text;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getRuntime() {
        return runtime;
    }

    public void setRuntime(String runtime) {
        this.runtime = runtime;
    }

    public String getLocation() {
        return location;
    }

    public void setLocation(String location) {
        this.location = location;
    }

    public String getDigest() {
        return digest;
    }

    public void setDigest(String digest) {
        this.digest = digest;
    }

    /** @return one in a line, as {@code source:target} or {@code source:target:ro} */
    public String getBinds() {
        return binds;
    }

    public void setBinds(String binds) {
        this.binds = binds;
    }

    public List<String> getFlags() {
        return flags;
    }

    public void setFlags(List<String> flags) {
        this.flags = flags;
    }

    public List<String> getEntryPoints() {
        return entryPoints;
    }

    public void setEntryPoints(List<String> entryPoints) {
        this.entryPoints = entryPoints;
    }

    /** @return null if nobody has measured it */
    public Long getMegabytes() {
        return megabytes;
    }

    public void setMegabytes(Long megabytes) {
        this.megabytes = megabytes;
    }

    public boolean isAccelerators() {
        return accelerators;
    }

    public void setAccelerators(boolean accelerators) {
        this.accelerators = accelerators;
    }

    public String getNotes() {
        return notes;
    }

    public void setNotes(String notes) {
        this.notes = notes;
    }
}
