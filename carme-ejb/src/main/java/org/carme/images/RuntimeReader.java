package org.carme.images;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.carme.declarations.DeclaredObject;
import org.carme.declarations.Rules;

/** Reads a runtime's declaration and checks it: a mistake stops the portal's start instead of a user's job. */
final class RuntimeReader {
    private static final Set<String> KEYS = Set.of(
            "name",
            "title",
            "locations",
            "command",
            "bind",
            "readOnlyBind",
            "accelerators",
            "flags",
            "needs",
            "writable");
    private static final Pattern LOCATION = Pattern.compile("directory|file|[a-z][a-z0-9+.-]{1,20}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");
    private static final Set<String> IN_COMMAND = Set.of(
            "{image}",
            "{home}",
            "{user}",
            "{tmp}",
            "{vartmp}",
            "{local}",
            "{binds}",
            "{etc}",
            "{flags}",
            "{accelerators}",
            "{writable}");
    private static final Set<String> WHOLE_WORDS =
            Set.of("{vartmp}", "{local}", "{binds}", "{etc}", "{flags}", "{accelerators}", "{writable}");
    private static final Set<String> IN_BIND = Set.of("{source}", "{target}");
    private static final Set<String> IN_WRITABLE = Set.of("{image}", "{home}", "{user}");
    private static final Set<String> ELSEWHERE = Set.of("{home}", "{user}");

    private RuntimeReader() {}

    /** @throws IllegalArgumentException naming the key */
    static RuntimeDeclaration read(DeclaredObject json) {
        json.requireOnly(KEYS);
        List<String> command = json.texts("command");
        RuntimeDeclaration declaration = new RuntimeDeclaration(
                json.text("name"),
                json.text("title"),
                Set.copyOf(json.texts("locations")),
                command,
                json.texts("bind"),
                json.anyTexts("readOnlyBind"),
                json.anyTexts("accelerators"),
                json.anyMap("flags", RuntimeReader::flag),
                json.anyTexts("needs"),
                json.anyTexts("writable"));
        check(declaration);
        return declaration;
    }

    private static RuntimeDeclaration.Flag flag(JsonValue value) {
        DeclaredObject flag = DeclaredObject.of(value).requireOnly(Set.of("title", "words"));
        return new RuntimeDeclaration.Flag(flag.text("title"), flag.texts("words"));
    }

    private static void check(RuntimeDeclaration declaration) {
        Rules.checkName("name", declaration.name());
        Rules.check(!declaration.name().equals(RuntimeDeclaration.NONE.name()), "name: built in");
        Rules.checkTitle("title", declaration.title());
        Rules.check(!declaration.locations().isEmpty(), "locations: none");
        Rules.check(
                declaration.locations().stream()
                        .allMatch(location -> LOCATION.matcher(location).matches()),
                "locations: neither directory, file nor the scheme of a URI");
        Rules.checkCommand("command", declaration.command());
        checkPlaceholders("command", declaration.command(), IN_COMMAND);
        Rules.check(
                declaration.command().stream().anyMatch(word -> word.contains("{image}")), "command: without {image}");
        Rules.check(declaration.command().contains("{binds}"), "command: without {binds}");
        checkBind("bind", declaration.bind());
        if (!declaration.readOnlyBind().isEmpty()) {
            checkBind("readOnlyBind", declaration.readOnlyBind());
        }
        checkPlaceholders("accelerators", declaration.accelerators(), ELSEWHERE);
        checkPlaceholders("writable", declaration.writable(), IN_WRITABLE);
        Rules.check(
                declaration.writable().isEmpty() || declaration.command().contains("{writable}"),
                "command: without {writable}");
        declaration.flags().forEach(RuntimeReader::checkFlag);
        Rules.check(declaration.needs().stream().noneMatch(String::isBlank), "needs: blank");
    }

    private static void checkBind(String key, List<String> words) {
        checkPlaceholders(key, words, IN_BIND);
        IN_BIND.forEach(wanted ->
                Rules.check(words.stream().anyMatch(word -> word.contains(wanted)), key + ": without " + wanted));
    }

    private static void checkFlag(String name, RuntimeDeclaration.Flag flag) {
        Rules.checkName("flags", name);
        Rules.checkTitle("flags", flag.title());
        checkPlaceholders("flags", flag.words(), ELSEWHERE);
    }

    private static void checkPlaceholders(String key, List<String> words, Set<String> known) {
        Rules.checkTexts(key, words);
        words.forEach(word -> PLACEHOLDER
                .matcher(word)
                .results()
                .forEach(found -> Rules.check(
                        known.contains(found.group())
                                && (!WHOLE_WORDS.contains(found.group()) || word.equals(found.group())),
                        key + ": " + word)));
    }
}
