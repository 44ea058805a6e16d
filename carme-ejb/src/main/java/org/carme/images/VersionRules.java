package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.carme.common.InvalidRequestException;
import org.carme.users.Person;
import org.carme.users.Role;

/** What a version may say. Where it may be and what it may see is for {@link ImageRules}. */
@ApplicationScoped
class VersionRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");
    private static final int NOTES = 2000;
    private static final int BINDS = 20;
    private static final int BINDS_LENGTH = 4000;
    private static final int WORDS = 30;
    private static final long MOST_BYTES = 1L << 50;

    @Inject
    RuntimeCatalogue runtimes;

    @Inject
    ImageRules rules;

    /** @throws InvalidRequestException naming the first field that is not as it must be */
    void check(VersionSpec spec) {
        checkName(spec.name());
        ProfileRules.require(
                spec.bytes().map(bytes -> bytes >= 0 && bytes <= MOST_BYTES).orElse(true),
                "bytes",
                "invalid-request.version-bytes");
        ProfileRules.checkText("notes", spec.notes(), NOTES);
    }

    static void checkName(String name) {
        ProfileRules.require(NAME.matcher(name).matches(), "version", "invalid-request.version-name");
    }

    /** @throws InvalidRequestException also for what this person may not let an image see */
    void check(VersionContent content, Person author) {
        RuntimeDeclaration runtime = runtimes.find(content.runtime())
                .orElseThrow(() ->
                        InvalidRequestException.about("runtime", "invalid-request.no-such-runtime", content.runtime()));
        rules.checkLocation(runtime, content.location());
        content.digest()
                .ifPresent(digest -> ProfileRules.require(
                        DIGEST.matcher(digest).matches(), "digest", "invalid-request.image-digest"));
        checkBinds(runtime, content.binds(), author);
        words("flags", content.flags());
        rules.checkFlags(runtime, content.flags());
        words("entryPoints", content.entryPoints());
    }

    private void checkBinds(RuntimeDeclaration runtime, List<ImageBind> binds, Person author) {
        boolean administrator = author.roles().contains(Role.ADMIN);
        binds.forEach(bind -> {
            rules.checkBind(runtime, bind);
            rules.checkBind(bind, administrator);
        });
        ProfileRules.require(
                binds.size() <= BINDS
                        && binds.stream().map(ImageBind::target).distinct().count() == binds.size()
                        && binds.stream()
                                                .map(BindText::of)
                                                .mapToInt(String::length)
                                                .sum()
                                        + BINDS
                                <= BINDS_LENGTH,
                "binds",
                "invalid-request.image-binds",
                BINDS);
    }

    private static void words(String field, List<String> words) {
        ProfileRules.require(
                words.size() <= WORDS && words.stream().distinct().count() == words.size(),
                field,
                "invalid-request.image-list",
                WORDS);
        ProfileRules.all(field, WORD, words);
    }
}
