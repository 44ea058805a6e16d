package org.carme.faces.password;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.faces.layout.Texts;
import org.carme.users.PasswordPolicy;

/** The rules with their numbers, in words. */
@Named
@RequestScoped
public class PasswordTexts {
    @Inject
    PasswordPolicy policy;

    @Inject
    Texts texts;

    public String getLength() {
        return texts.text("password.rule.length", policy.getLength());
    }

    public String getClasses() {
        return texts.text("password.rule.classes", policy.getClasses());
    }
}
