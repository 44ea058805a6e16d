package org.carme.python;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Python package as pip installs it: Python's binary distribution format, version 1.0. */
final class Wheel {
    private static final Pattern VERSION = Pattern.compile("(?m)^__version__ = \"([0-9]+(?:\\.[0-9]+)*)\"$");
    private static final String INIT = "carme/__init__.py";

    /** Of all members: the same sources make the same bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final String version;
    private final byte[] content;

    private Wheel(String version, byte[] content) {
        this.version = version;
        this.content = content;
    }

    /**
     * @param sources by path such as {@code carme/__init__.py}, which has to say the version
     * @throws IllegalStateException if it does not
     */
    static Wheel of(Map<String, byte[]> sources) {
        Matcher said = VERSION.matcher(new String(sources.getOrDefault(INIT, new byte[0]), StandardCharsets.UTF_8));
        if (!said.find()) {
            throw new IllegalStateException(INIT + " must say its __version__");
        }
        String version = said.group(1);
        String about = "carme-" + version + ".dist-info/";
        Map<String, byte[]> members = new TreeMap<>(sources);
        members.put(about + "METADATA", bytes("""
                Metadata-Version: 2.1
                Name: carme
                Version: %s
                Summary: Jobs on Carme's cluster, from Python
                Requires-Python: >=3.6
                """.formatted(version)));
        members.put(about + "WHEEL", bytes("""
                Wheel-Version: 1.0
                Generator: carme
                Root-Is-Purelib: true
                Tag: py3-none-any
                """));
        members.put(about + "RECORD", record(members, about + "RECORD"));
        return new Wheel(version, zipped(members));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] record(Map<String, byte[]> members, String own) {
        StringBuilder lines = new StringBuilder();
        members.forEach((path, content) -> lines.append(path)
                .append(",sha256=")
                .append(Base64.getUrlEncoder().withoutPadding().encodeToString(digest(content)))
                .append(',')
                .append(content.length)
                .append('\n'));
        return bytes(lines.append(own).append(",,\n").toString());
    }

    private static byte[] zipped(Map<String, byte[]> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                ZipEntry entry = new ZipEntry(member.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(member.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String fileName() {
        return "carme-" + version + "-py3-none-any.whl";
    }

    byte[] content() {
        return content.clone();
    }

    /** @return in hexadecimal */
    String sha256() {
        return HexFormat.of().formatHex(digest(content));
    }
}
