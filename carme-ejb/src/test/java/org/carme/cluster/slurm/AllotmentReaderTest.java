package org.carme.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.carme.cluster.Allotment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What jobs have or ask for, in Slurm's words of both families. */
class AllotmentReaderTest {
    private static final String ASKED =
            "'account':'lab','node_count':1,'tres_req_str':'cpu=1,mem=1.5G,node=1,gres/gpu=2'";

    @Test
    void takesWhatARunningJobWasGivenAndNotWhatItAskedFor() {
        Allotment allotment = AllotmentReader.ofController(
                fields(ASKED + ",'tres_alloc_str':'cpu=1,node=1,gres/gpu=2,gres/gpu:titan=2'"), List.of("node03"));

        assertThat(allotment).isEqualTo(new Allotment("lab", 1, 1, 1, 0, Map.of("titan", 2)));
    }

    @Test
    void leavesTheTypeOpenThatAWaitingJobLeavesOpen() {
        Allotment allotment = AllotmentReader.ofController(fields(ASKED + ",'tres_alloc_str':''"), List.of());

        assertThat(allotment.accelerators()).containsExactly(Map.entry(Allotment.ANY_TYPE, 2));
    }

    @ParameterizedTest
    @CsvSource({"'mem=1.5G', 1536", "'cpu=2,mem=500M', 500", "mem=2T, 2097152", "mem=2048K, 2", "mem=all, 0", "'', 0"})
    void readsMemoryInEveryUnit(String tres, long megabytes) {
        Allotment allotment = AllotmentReader.ofController(fields("'tres_req_str':'" + tres + "'"), List.of());

        assertThat(allotment.memoryMegabytes()).isEqualTo(megabytes);
    }

    @Test
    void countsTheNodesOfAWaitingJobAsMany() {
        Allotment many = AllotmentReader.ofController(
                fields("'node_count':{'set':true,'infinite':false,'number':3},'tres_req_str':'cpu=40,node=1'"),
                List.of());

        assertThat(many.nodes()).isEqualTo(3);
        assertThat(many.accelerators()).isEmpty();
    }

    /** Types that are not among the trackable resources of the site. */
    @Test
    void findsTheTypeInTheDevicesOfTheNodes() {
        Allotment allotment = AllotmentReader.ofController(
                fields("'tres_alloc_str':'node=2,gres/gpu=2','gres_detail':['gpu:a100:1(IDX:0)','gpu:a100:1(IDX:3)']"),
                List.of("node01", "node02"));

        assertThat(allotment.accelerators()).containsExactly(Map.entry("a100", 2));
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "3-5%2, 3", "'1,3,7-9', 5", "0-10:2, 6", "'1,3,...', 2", "nonsense, 1", "5-3, 1"})
    void countsTheTasksThatWaitInAnArray(String expression, int tasks) {
        Allotment allotment =
                AllotmentReader.ofController(fields("'array_task_string':'" + expression + "'"), List.of());

        assertThat(allotment.tasks()).isEqualTo(tasks);
    }

    @Test
    void readsTheAccounting() {
        Allotment allotment = AllotmentReader.ofAccounting(
                fields("'account':'lab','tres':{'allocated':[{'type':'node','name':null,'count':2},"
                        + "{'type':'cpu','name':null,'count':4},{'type':'mem','name':null,'count':2048},"
                        + "{'type':'energy','name':null,'count':-2},{'type':'gres','name':'gpu','count':2},"
                        + "{'type':'gres','name':'gpu:a100','count':2}]}"),
                List.of("node01", "node02"));

        assertThat(allotment).isEqualTo(new Allotment("lab", 1, 2, 4, 2048, Map.of("a100", 2)));
    }

    /** @param text a JSON object's inner, with single quotes */
    private static Fields fields(String text) {
        JsonObject object = Json.createReader(new StringReader('{' + text.replace('\'', '"') + '}'))
                .readObject();
        return new Fields(object);
    }
}
