package org.carme.executions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureWordsTest {
    @Test
    void saysWhatIsAtTheBottom() {
        RuntimeException failure =
                new IllegalStateException("outside", new RuntimeException(new IOException("No space left\non it")));

        assertThat(FailureWords.of(failure)).isEqualTo("IOException: No space left on it");
        assertThat(FailureWords.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    }

    private static final class AwayException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AwayException(Throwable cause) {
            super("slurmrestd cannot be reached", cause);
        }
    }

    @Test
    void saysWhatIsMissingRatherThanHowThatWasNoticed() {
        RuntimeException failure =
                new IllegalStateException("outside", new AwayException(new ConnectException("Connection refused")));

        assertThat(FailureWords.of(failure)).isEqualTo("slurmrestd cannot be reached");
    }

    private static final class KeyedException extends CarmeException {
        private static final long serialVersionUID = 1L;

        KeyedException() {
            super(ErrorCode.NOT_FOUND, "job-not-found", 7);
        }
    }

    @Test
    void namesWhatHasNoSentenceOfItsOwn() {
        assertThat(FailureWords.of(new KeyedException())).isEqualTo("KeyedException: job-not-found [7]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "password=secret1, then | password=…, then",
                "ldap: bindPassword: hunter22 wrong | ldap: bindPassword: … wrong",
                "X-SLURM-USER-TOKEN: eyJhbGciOi.abc | X-SLURM-USER-TOKEN: …",
                "Authorization: Bearer abcdefgh1234 | Authorization: …",
                "jdbc:mysql://carme:pw@db/carme | jdbc:mysql://…@db/carme",
                "The token is over | The token is over"
            })
    void leavesSecretsOut(String said, String shown) {
        assertThat(FailureWords.line(said)).isEqualTo(shown);
    }

    @Test
    void isNeverTooLong() {
        assertThat(FailureWords.line("x".repeat(5000))).hasSize(1000).endsWith("…");
    }
}
