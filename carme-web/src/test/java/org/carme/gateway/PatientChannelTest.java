package org.carme.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tlschannel.NeedsReadException;
import tlschannel.NeedsWriteException;

class PatientChannelTest {
    private final Tls tls = new Tls();
    private final PatientChannel channel = new PatientChannel(tls);

    @Test
    void readsNothingWhereItWouldWait() throws IOException {
        assertThat(channel.read(ByteBuffer.allocate(1))).isZero();
    }

    @Test
    void comesBackForWhatIsEncryptedAndNotSent() throws IOException {
        tls.full = true;
        ByteBuffer message = bytes("hello");

        assertThat(channel.write(message)).isEqualTo(4);
        assertThat(channel.write(message)).isZero();
        tls.full = false;
        assertThat(channel.write(message)).isEqualTo(1);
        assertThat(message.hasRemaining()).isFalse();
        assertThat(channel.write(bytes(" again"))).isEqualTo(6);

        assertThat(tls.sent.toString(StandardCharsets.US_ASCII)).isEqualTo("hello again");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Takes everything, and keeps it while the socket is full. */
    private static final class Tls implements ByteChannel {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        private boolean full;

        @Override
        public int read(ByteBuffer target) throws IOException {
            throw new NeedsReadException();
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            send();
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            taken.write(bytes);
            send();
            return bytes.length;
        }

        private void send() throws IOException {
            if (full && taken.size() > 0) {
                throw new NeedsWriteException();
            }
            taken.writeTo(sent);
            taken.reset();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            full = true;
        }
    }
}
