package org.carme.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://127.0.0.1:3307/carme, 127.0.0.1, 3307, carme",
        "jdbc:mysql://db.example.org/carme?useSSL=true, db.example.org, 3306, carme",
        "jdbc:mariadb://db/carme_1, db, 3306, carme_1"
    })
    void knowsAServer(String url, String host, String port, String schema) {
        assertThat(new DatabaseAddress(url, "carme", "secret").server())
                .contains(new DatabaseAddress.Server(host, port, schema));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:tcp://db/carme", "jdbc:mysql://one,two/carme?x=/", "jdbc:postgresql://db/carme"})
    void isNeitherFileNorServerElsewhere(String url) {
        DatabaseAddress address = new DatabaseAddress(url, "carme", "secret");

        assertThat(address.isFile()).isFalse();
        assertThat(address.server()).isEmpty();
    }

    @Test
    void keepsThePasswordToItself() {
        assertThat(new DatabaseAddress("jdbc:h2:file:/data/carme", "carme", "secret"))
                .asString()
                .doesNotContain("secret");
    }
}
