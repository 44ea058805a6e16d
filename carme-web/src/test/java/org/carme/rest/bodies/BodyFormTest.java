package org.carme.rest.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.carme.common.InvalidRequestException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'nodes': 1.5}|whole-number|nodes",
                "{'nodes': 2147483648}|whole-number|nodes",
                "{'nodes': 1e400}|whole-number|nodes",
                "{'nodes': 1e999999999}|whole-number|nodes",
                "{'nodes': '1'}|whole-number|nodes",
                "{'nodes': true}|whole-number|nodes",
                "{'nodes': [1]}|whole-number|nodes",
                "{'bytes': 9223372036854775808}|whole-number|bytes",
                "{'name': 5}|text|name",
                "{'name': {}}|text|name",
                "{'open': 'true'}|boolean|open",
                "{'open': 1}|boolean|open",
                "{'colour': 'GREEN'}|one-of|colour",
                "{'colour': 0}|one-of|colour",
                "{'groups': 'staff'}|list|groups",
                "{'groups': ['staff', 5]}|text|groups[1]",
                "{'limits': []}|object|limits",
                "{'limits': {'a100': 0.5}}|whole-number|limits.a100",
                "{'inner': 5}|object|inner",
                "{'inner': {'nodes': 'x'}}|whole-number|inner.nodes",
                "{'nodse': 1}|unknown-field|nodse",
                "{'nodes': 1, 'Name': null}|unknown-field|Name",
                "{'inner': {'unknown': 5}}|unknown-field|inner.unknown",
            })
    void namesTheValueOfAnotherTypeOrOfNoUse(String body, String form, String field) {
        InvalidRequestException refused =
                catchThrowableOfType(InvalidRequestException.class, () -> BodyForm.check(json(body), Everything.class));

        assertThat(refused.messageKey()).isEqualTo("invalid-request." + form);
        assertThat(refused.arguments()).first().isEqualTo(field);
        assertThat(refused.field()).contains(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'nodes': null, 'name': null, 'groups': null, 'limits': null, 'inner': null, 'open': null}",
                "{'nodes': 1, 'bytes': 9223372036854775807, 'name': 'n', 'open': false, 'colour': 'RED'}",
                "{'nodes': 1.0, 'bytes': 1e3}",
                "{'groups': ['a', null], 'limits': {'a100': 4}, 'inner': {'inner': {'nodes': 1}}}"
            })
    void letsThroughWhatIsOfTheType(String body) {
        assertThatCode(() -> BodyForm.check(json(body), Everything.class)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "5", "'text'"})
    void wantsAnObject(String body) {
        InvalidRequestException refused =
                catchThrowableOfType(InvalidRequestException.class, () -> BodyForm.check(json(body), Everything.class));

        assertThat(refused.messageKey()).isEqualTo("invalid-request.body");
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readValue();
        }
    }

    private record Everything(
            String name,
            Integer nodes,
            Long bytes,
            Boolean open,
            Colour colour,
            List<String> groups,
            Map<String, Integer> limits,
            Everything inner) {}

    private enum Colour {
        RED
    }
}
