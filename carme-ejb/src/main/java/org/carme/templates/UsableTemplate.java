package org.carme.templates;

/** A template that somebody may use, and to whom the use is charged. */
public record UsableTemplate(Template template, Charge charge) {}
