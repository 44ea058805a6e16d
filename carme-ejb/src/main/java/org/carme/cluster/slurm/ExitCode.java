package org.carme.cluster.slurm;

import java.util.Optional;

/** How a script ended, as a shell would say it: its status, or 128 and the signal. */
final class ExitCode {
    private static final int SIGNALLED = 128;

    private ExitCode() {}

    /** The controller of v0.0.38 gives the raw wait status, all others an object. */
    static Optional<Integer> of(Fields job, String key) {
        Fields code = job.object(key);
        Optional<Long> signal = code.object("signal")
                .number("id")
                .or(() -> code.object("signal").number("signal_id"))
                .filter(number -> number > 0);
        if (signal.isPresent()) {
            return Optional.of(SIGNALLED + signal.get().intValue());
        }
        return code.number("return_code")
                .or(() -> job.number(key).map(ExitCode::ofWaitStatus))
                .map(Long::intValue);
    }

    private static long ofWaitStatus(long status) {
        long signal = status & 0x7f;
        return signal == 0 ? (status >> 8) & 0xff : SIGNALLED + signal;
    }
}
