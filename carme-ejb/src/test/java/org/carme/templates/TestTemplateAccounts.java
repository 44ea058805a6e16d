package org.carme.templates;

import jakarta.persistence.EntityManager;

/** The real accounts of templates for tests. */
public final class TestTemplateAccounts {
    private TestTemplateAccounts() {}

    public static TemplateAccounts on(EntityManager entityManager) {
        TemplateAccounts accounts = new TemplateAccounts();
        accounts.templates = new TemplateRepository(entityManager);
        return accounts;
    }

    /** Adds a template, whose images must exist. */
    public static void add(EntityManager entityManager, Template template) {
        new TemplateRepository(entityManager).add(template);
    }
}
