package org.carme.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.carme.keys.MasterSecret;

/**
 * Seals of rows and of the head: HMAC-SHA256 with a key that stands in no table. Every text is preceded by its length,
 * so that nothing can be moved from one field to the next under the same seal.
 */
@ApplicationScoped
class AuditSeals {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int ROW = 1;
    private static final int HEAD = 2;

    @Inject
    MasterSecret master;

    private SecretKeySpec key;

    @PostConstruct
    void open() {
        key = new SecretKeySpec(master.derive("audit"), ALGORITHM);
    }

    /** @return where the row stands if it follows upon that one */
    Position next(Position before, AuditRow row) {
        long number = before.number() + 1;
        byte[] canonical =
                canonical(ROW, List.of(number, row.id(), row.at().toEpochMilli()), before.seal(), row.texts());
        return new Position(number, hmac(canonical));
    }

    String ofHead(Position begin, Position end) {
        return hmac(canonical(HEAD, List.of(begin.number(), end.number()), begin.seal(), List.of(end.seal())));
    }

    /** Takes the same time wherever the two differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] canonical(int kind, List<Long> numbers, String before, List<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(kind);
            for (long number : numbers) {
                out.writeLong(number);
            }
            write(out, before);
            for (String text : texts) {
                write(out, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private String hmac(byte[] canonical) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(canonical));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
