package org.carme.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.zip.GZIPInputStream;
import org.carme.common.InvalidRequestException;
import org.carme.images.VersionName;

/** What a job has found inside an image. It checks nobody's right: whoever had it looked for knows what he may say. */
@ApplicationScoped
public class FoundContents {
    @Inject
    PackageStore store;

    @Inject
    Clock clock;

    /**
     * Checks a document that came plain or compressed; one at a time, because a small one can become large in memory, and
     * everybody with a job can send some.
     *
     * @return compressed
     * @throws InvalidRequestException saying what is wrong with it
     */
    public synchronized byte[] check(byte[] document) {
        try (InputStream plain = isCompressed(document)
                ? new GZIPInputStream(new ByteArrayInputStream(document))
                : new ByteArrayInputStream(document)) {
            return ContentsDocument.read(plain).compressed();
        } catch (IOException e) {
            throw new InvalidRequestException("invalid-request.body");
        }
    }

    private static boolean isCompressed(byte[] document) {
        return document.length > 1
                && document[0] == (byte) GZIPInputStream.GZIP_MAGIC
                && document[1] == (byte) (GZIPInputStream.GZIP_MAGIC >> 8);
    }

    /**
     * Takes the place of what was known of that version before, in the caller's transaction.
     *
     * @param compressed as {@link #check} has returned it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(String finder, VersionName version, byte[] compressed) {
        ContentsDocument document = ContentsDocument.of(compressed);
        store.keep(version, document.contents(finder, clock.instant()), document);
    }
}
