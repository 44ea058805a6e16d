package org.carme.agents;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carme.declarations.DeclaredObject;

/** Reads an entry point's declaration. What the values mean is checked elsewhere. */
final class DeclarationReader {
    private static final Set<String> KEYS = Set.of(
            "name",
            "title",
            "icon",
            "command",
            "environment",
            "files",
            "listen",
            "readiness",
            "readinessStatus",
            "open",
            "basePath",
            "secret",
            "needs",
            "after",
            "start",
            "startSeconds",
            "order");
    private static final int START_SECONDS = 120;
    private static final int ORDER = 100;

    private DeclarationReader() {}

    /** @throws IllegalArgumentException naming the key, for whatever is wrong in it */
    static EntryPointDeclaration read(DeclaredObject json) {
        json.requireOnly(KEYS);
        return new EntryPointDeclaration(
                json.text("name"),
                json.text("title"),
                json.text("icon"),
                json.texts("command"),
                json.anyMap("environment", DeclaredObject::asText),
                json.anyMap("files", DeclaredObject::asText),
                json.oneOf(
                        "listen",
                        Map.of(
                                "unix",
                                EntryPointDeclaration.Listen.UNIX,
                                "loopback",
                                EntryPointDeclaration.Listen.LOOPBACK,
                                "namespace",
                                EntryPointDeclaration.Listen.NAMESPACE)),
                json.text("readiness"),
                json.optional("readinessStatus", DeclarationReader::statusList).orElse(List.of(200)),
                json.optional("open", DeclaredObject::asText).orElse(""),
                json.oneOf("basePath", Map.of("keep", false, "strip", true)),
                json.optional("secret", DeclarationReader::secretHeader),
                json.anyTexts("needs"),
                json.anyTexts("after"),
                json.optional("start", DeclaredObject::asText).isPresent()
                        && json.oneOf("start", Map.of("with-job", false, "on-demand", true)),
                Duration.ofSeconds(
                        json.optional("startSeconds", DeclarationReader::number).orElse(START_SECONDS)),
                json.optional("order", DeclarationReader::number).orElse(ORDER));
    }

    private static List<Integer> statusList(JsonValue value) {
        return value.asJsonArray().getValuesAs(JsonNumber.class).stream()
                .map(JsonNumber::intValueExact)
                .toList();
    }

    private static int number(JsonValue value) {
        return ((JsonNumber) value).intValueExact();
    }

    private static SecretHeader secretHeader(JsonValue value) {
        DeclaredObject object = DeclaredObject.of(value).requireOnly(Set.of("header", "value"));
        return new SecretHeader(object.text("header"), object.text("value"));
    }
}
