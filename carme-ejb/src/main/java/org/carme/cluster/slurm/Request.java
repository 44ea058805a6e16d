package org.carme.cluster.slurm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carme.cluster.slurm.AnswerReader.Items;

/**
 * One call to slurmrestd.
 *
 * @param user in whose name
 * @param items the list that is wanted of the answer
 * @param expected error numbers that are answers here, not failures
 * @param bulk whether the answer may be large and slow
 */
record Request(
        String method,
        String user,
        String path,
        Map<String, String> query,
        Optional<String> body,
        Items items,
        Set<Integer> expected,
        boolean bulk) {
    private static final String GET = "GET";

    static Request get(String user, String path, Items items) {
        return new Request(GET, user, path, Map.of(), Optional.empty(), items, Set.of(), false);
    }

    static Request delete(String user, String path) {
        return new Request("DELETE", user, path, Map.of(), Optional.empty(), Items.NONE, Set.of(), false);
    }

    static Request post(String user, String path, String body) {
        return new Request("POST", user, path, Map.of(), Optional.of(body), Items.NONE, Set.of(), false);
    }

    Request with(String parameter, String value) {
        Map<String, String> all = new LinkedHashMap<>(query);
        all.put(parameter, value);
        return new Request(method, user, path, all, body, items, expected, bulk);
    }

    Request expecting(Set<Integer> numbers) {
        return new Request(method, user, path, query, body, items, numbers, bulk);
    }

    Request inBulk() {
        return new Request(method, user, path, query, body, items, expected, true);
    }

    boolean isRepeatable() {
        return method.equals(GET);
    }

    boolean isAccounting() {
        return path.startsWith(ApiVersion.ACCOUNTING);
    }
}
