package org.carme.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeListTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node01|node01",
                "node[01-03,07],x1|node01 node02 node03 node07 x1",
                "node[8-11]|node8 node9 node10 node11",
                "node[098-101]|node098 node099 node100 node101",
                "a,b[1-2],c|a b1 b2 c",
                "rack[1-2]n[01-02]|rack1n01 rack1n02 rack2n01 rack2n02",
                "gpu-[1,3].example.org|gpu-1.example.org gpu-3.example.org",
                "n[5]|n5",
                "n[3-1]|''"
            })
    void writesOutRanges(String expression, String names) {
        assertThat(String.join(" ", NodeList.expand(expression))).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",", "None assigned", "(null)", "N/A", "n[", "n]", "n[]", "n[a-b]", "n[1-2", "n[1]]", "n o"})
    void knowsNoNodesInOtherText(String text) {
        assertThat(NodeList.expand(text)).isEmpty();
    }

    @Test
    void staysSmallWhateverTheText() {
        assertThat(NodeList.expand("n[1-999999999]")).hasSizeLessThanOrEqualTo(65_536);
        assertThat(NodeList.expand("a[0-99999999]b[0-999]").size()).isLessThanOrEqualTo(65_536);
    }
}
