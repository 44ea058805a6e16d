package org.carme.advisories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of versions in rising order, each tried against each; dpkg and Python's packaging order them in the same way. */
class VersionOrderTest {
    private static final List<String> DEBIAN = List.of(
            "0~",
            "0",
            "0.0.1",
            "0.1~beta1",
            "0.1~beta1+b1",
            "0.1",
            "0.1-1~bpo12+1",
            "0.1-1",
            "0.1-1+b1",
            "0.1-1+deb12u9",
            "0.1-1+deb12u10",
            "0.1-1.1",
            "0.1a-1",
            "0.1+deb12u1",
            "0.1.2~rc1-1",
            "0.1.2-1ubuntu0.9",
            "0.1.2-1ubuntu0.10",
            "0.1.09",
            "0.1.10",
            "20230311ubuntu0.22.04.1",
            "20230311123456789012345678",
            "1:0.0",
            "1:1.2.13.dfsg-1",
            "2:0~1");
    private static final List<String> PYTHON = List.of(
            "1.0.dev1",
            "1.0a1.dev1",
            "1.0a1",
            "1.0a1.post1",
            "1.0a2",
            "1.0.beta.2",
            "1.0b3",
            "1.0rc1",
            "1.0c2",
            "1.0",
            "1.0.post1.dev3",
            "1.0.post1",
            "1.0-2",
            "1.0.1",
            "1.2",
            "1.10",
            "2023.1",
            "20230311123456789012345678",
            "1!0.1");

    @Test
    void ordersAsDpkgDoes() {
        isOrdered(new DebianOrder(), DEBIAN);
    }

    @Test
    void ordersAsPep440Does() {
        isOrdered(new PythonOrder(), PYTHON);
    }

    private static void isOrdered(VersionOrder order, List<String> rising) {
        assertThat(rising).allMatch(order::isVersion);
        for (int i = 0; i < rising.size(); i++) {
            for (int j = 0; j < rising.size(); j++) {
                assertThat(Integer.signum(order.compare(rising.get(i), rising.get(j))))
                        .as("%s beside %s", rising.get(i), rising.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void takesDifferentWordsForTheSame() {
        VersionOrder debian = new DebianOrder();
        assertThat(debian.compare("1.0", "0:1.0-0")).isZero();
        assertThat(debian.compare("1.01", "1.1")).isZero();

        VersionOrder python = new PythonOrder();
        for (String same : List.of("v1.0.0", "1", "1.0+cu121", " 1.0 ", "0!1.0")) {
            assertThat(python.compare("1.0", same)).as(same).isZero();
        }
        assertThat(python.compare("1.0-ALPHA.1", "1.0a1")).isZero();
        assertThat(python.compare("1.0preview1", "1.0rc1")).isZero();
        assertThat(python.compare("1.0.r4", "1.0.post4")).isZero();
        assertThat(python.compare("1.0.post", "1.0.post0")).isZero();
    }

    @Test
    void knowsWhatIsNoVersion() {
        for (String text : List.of("<unfixed>", "", "1 2", "1-2:3", "x".repeat(300))) {
            assertThat(new DebianOrder().isVersion(text)).as(text).isFalse();
        }
        for (String text : List.of("2004d", "", "latest", "1.0..1", "1".repeat(300))) {
            assertThat(new PythonOrder().isVersion(text)).as(text).isFalse();
        }
    }
}
