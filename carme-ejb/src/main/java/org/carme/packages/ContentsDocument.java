package org.carme.packages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.carme.common.InvalidRequestException;

/** A document that says what is inside an image, read and as it is kept. */
final class ContentsDocument {
    private static final int LARGEST = 16 << 20;

    private final Bom bom;
    private final byte[] compressed;

    private ContentsDocument(Bom bom, byte[] compressed) {
        this.bom = bom;
        this.compressed = compressed;
    }

    /**
     * Reads CycloneDX as JSON, at most 16 MiB; the stream is not closed.
     *
     * @throws InvalidRequestException saying what is wrong with it
     */
    static ContentsDocument read(InputStream document) throws IOException {
        byte[] bytes = document.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new InvalidRequestException("invalid-request.file-too-long", LARGEST);
        }
        return new ContentsDocument(BomReader.read(bytes), compress(bytes));
    }

    /** @param compressed of one that was read before */
    static ContentsDocument of(byte[] compressed) {
        try (InputStream plain = plain(compressed)) {
            return new ContentsDocument(BomReader.read(plain.readAllBytes()), compressed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream plain(byte[] compressed) {
        try {
            return new GZIPInputStream(new ByteArrayInputStream(compressed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] compress(byte[] document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(document);
        }
        return bytes.toByteArray();
    }

    Bom bom() {
        return bom;
    }

    byte[] compressed() {
        return compressed;
    }

    Contents contents(String who, Instant when) {
        return new Contents(when, who, bom.bytes(), bom.digest(), bom.packages().size(), bom.nameless());
    }
}
