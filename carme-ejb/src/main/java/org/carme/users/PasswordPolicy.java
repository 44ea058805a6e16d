package org.carme.users;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the site demands of passwords that are chosen here; the directory may demand more. */
@Named
@ApplicationScoped
public class PasswordPolicy {
    private static final int LONGEST = 200;
    private static final int CLASSES = 4;

    @Inject
    @ConfigProperty(name = "carme.password.change", defaultValue = "true")
    boolean enabled;

    @Inject
    @ConfigProperty(name = "carme.password.length", defaultValue = "25")
    int length;

    @Inject
    @ConfigProperty(name = "carme.password.classes", defaultValue = "3")
    int classes;

    @PostConstruct
    void validate() {
        if (length < 1 || length > LONGEST) {
            throw new IllegalStateException("carme.password.length must be 1 to " + LONGEST);
        }
        if (classes < 1 || classes > CLASSES) {
            throw new IllegalStateException("carme.password.classes must be 1 to " + CLASSES);
        }
    }

    /** Stops the start of the portal if the configuration is wrong. */
    void start() {
        // reaching this bean is the proof: its creation has looked at the configuration
    }

    /** @return whether passwords can be changed here at all */
    public boolean isEnabled() {
        return enabled;
    }

    /** @return the fewest characters */
    public int getLength() {
        return length;
    }

    /** @return how many of lower case, upper case, digits and others it needs */
    public int getClasses() {
        return classes;
    }

    /** @throws InvalidRequestException naming the first rule that the password breaks */
    void check(UserName user, String password) {
        int characters = password.codePointCount(0, password.length());
        if (characters < length || characters > LONGEST) {
            throw InvalidRequestException.about("next", "invalid-request.password-length", length, LONGEST);
        }
        if (has(password, Character::isISOControl)) {
            throw InvalidRequestException.about("next", "invalid-request.password-unprintable");
        }
        if (classesOf(password) < classes) {
            throw InvalidRequestException.about("next", "invalid-request.password-classes", classes);
        }
        if (password.toLowerCase(Locale.ROOT).contains(user.text())) {
            throw InvalidRequestException.about("next", "invalid-request.password-name");
        }
    }

    private static long classesOf(String password) {
        return Stream.<IntPredicate>of(
                        Character::isLowerCase, Character::isUpperCase, Character::isDigit, PasswordPolicy::isOther)
                .filter(kind -> has(password, kind))
                .count();
    }

    private static boolean isOther(int character) {
        return !Character.isLowerCase(character) && !Character.isUpperCase(character) && !Character.isDigit(character);
    }

    private static boolean has(String password, IntPredicate kind) {
        return password.codePoints().anyMatch(kind);
    }
}
