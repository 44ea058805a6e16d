package org.carme.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.carme.common.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUnavailableExceptionTest {
    @ParameterizedTest
    @ValueSource(strings = {"08S01", "08001", "08003"})
    void findsALostConnectionAmongTheCauses(String state) {
        SQLException lost = new SQLException("Communications link failure", state);

        assertThat(DatabaseUnavailableException.in(new EJBException(new IllegalStateException(lost))))
                .hasValueSatisfying(away -> assertThat(away.code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE));
    }

    @Test
    void findsOneThatDriversNameByItsClass() {
        assertThat(DatabaseUnavailableException.in(new SQLNonTransientConnectionException("Connection refused")))
                .isPresent();
    }

    @Test
    void leavesDefectsAlone() {
        assertThat(DatabaseUnavailableException.in(new SQLException("Duplicate entry", "23000")))
                .isEmpty();
        assertThat(DatabaseUnavailableException.in(new SQLException("No state")))
                .isEmpty();
        assertThat(DatabaseUnavailableException.in(new IllegalStateException())).isEmpty();
    }
}
