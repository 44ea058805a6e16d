package org.carme.templates;

import java.util.List;

/** What a user may start now. */
public record StartOptions(List<TemplateOption> templates) {}
