package org.carme.cluster.slurm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * An answer's bytes, up to a size and for a time. A read time-out alone ends no answer that trickles, and without a
 * bound a broken server could feed us for ever.
 */
final class BoundedInput extends FilterInputStream {
    private final long most;
    private final long deadline;
    private long seen;

    BoundedInput(InputStream input, long most, Duration longest) {
        super(input);
        this.most = most;
        this.deadline = System.nanoTime() + longest.toNanos();
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) throws IOException {
        seen += bytes;
        if (seen > most) {
            throw new IOException("The answer is longer than " + most + " bytes");
        }
        if (System.nanoTime() - deadline > 0) {
            throw new IOException("The answer takes too long");
        }
    }
}
