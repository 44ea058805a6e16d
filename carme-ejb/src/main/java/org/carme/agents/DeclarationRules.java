package org.carme.agents;

import java.time.Duration;
import java.util.Collection;
import java.util.regex.Pattern;
import org.carme.declarations.Rules;

/** What a declaration may say; a mistake stops the portal's start instead of a user's job. */
final class DeclarationRules {
    private static final int PATH_LENGTH = 255;
    private static final Pattern ICON = Pattern.compile("pi-[a-z0-9-]{1,60}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}");
    private static final Pattern RELATIVE_PATH = Pattern.compile("([A-Za-z0-9_~-][A-Za-z0-9._~=&%?/-]*)?");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{1,200}");
    private static final Pattern NEED = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*|/[A-Za-z0-9_.+/-]+");
    private static final Duration LONGEST_START = Duration.ofHours(1);
    private static final int LAST_ORDER = 9999;
    private static final int FIRST_STATUS = 100;
    private static final int LAST_STATUS = 599;

    private DeclarationRules() {}

    /** @throws IllegalArgumentException naming the key */
    static void check(EntryPointDeclaration declaration) {
        Rules.checkName("name", declaration.name());
        Rules.checkTitle("title", declaration.title());
        Rules.check(ICON.matcher(declaration.icon()).matches(), "icon: not " + ICON);
        checkCommand(declaration);
        Rules.check(all(VARIABLE, declaration.environment().keySet()), "environment: not a variable's name");
        Rules.checkTexts("environment", declaration.environment().values());
        Rules.check(all(FILE_NAME, declaration.files().keySet()), "files: not a plain file name");
        checkPath("readiness", declaration.readiness());
        checkPath("open", declaration.open());
        Rules.check(
                declaration.readinessStatus().stream().allMatch(code -> code >= FIRST_STATUS && code <= LAST_STATUS)
                        && !declaration.readinessStatus().isEmpty(),
                "readinessStatus: not HTTP status codes");
        checkSecret(declaration);
        Rules.check(all(NEED, declaration.needs()), "needs: neither a program's name nor a file's whole path");
        Rules.check(
                !declaration.startLimit().isNegative()
                        && !declaration.startLimit().isZero()
                        && declaration.startLimit().compareTo(LONGEST_START) <= 0,
                "startSeconds: not from 1 to " + LONGEST_START.toSeconds());
        Rules.check(
                declaration.order() >= 0 && declaration.order() <= LAST_ORDER, "order: not from 0 to " + LAST_ORDER);
    }

    private static void checkCommand(EntryPointDeclaration declaration) {
        Rules.checkCommand("command", declaration.command());
        Rules.check(
                declaration.command().stream().noneMatch(part -> part.contains(SecretHeader.PLACEHOLDER)),
                "command: must not hold the secret, everybody on the node can read it there");
    }

    private static void checkSecret(EntryPointDeclaration declaration) {
        Rules.check(
                declaration.listen() != EntryPointDeclaration.Listen.LOOPBACK
                        || declaration.secret().isPresent(),
                "listen: loopback is only for services with a secret");
        declaration.secret().ifPresent(secret -> {
            Rules.check(HEADER.matcher(secret.name()).matches(), "secret: not a header's name");
            Rules.check(
                    HEADER_VALUE.matcher(secret.value()).matches()
                            && secret.value().contains(SecretHeader.PLACEHOLDER),
                    "secret: a value in plain ASCII with {secret} in it is needed");
        });
    }

    private static void checkPath(String key, String path) {
        Rules.check(
                RELATIVE_PATH.matcher(path).matches() && path.length() <= PATH_LENGTH && !path.contains(".."),
                key + ": not a path below the base");
    }

    private static boolean all(Pattern pattern, Collection<String> texts) {
        return texts.stream().allMatch(text -> pattern.matcher(text).matches());
    }
}
