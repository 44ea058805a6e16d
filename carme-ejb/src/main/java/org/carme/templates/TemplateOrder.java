package org.carme.templates;

import java.util.Comparator;

/** By what a list of templates is sorted; what is the same comes by name. */
public enum TemplateOrder {
    NAME,
    PARTITION,
    /** Those come first of which most jobs are active. */
    JOBS;

    Comparator<TemplateDetails> order() {
        return column().thenComparing(details -> details.template().name());
    }

    private Comparator<TemplateDetails> column() {
        return switch (this) {
            case NAME -> Comparator.comparing(details -> details.template().name(), String.CASE_INSENSITIVE_ORDER);
            case PARTITION -> Comparator.comparing(details -> details.template().partition());
            case JOBS -> Comparator.comparing(TemplateDetails::activeJobs, Comparator.reverseOrder());
        };
    }
}
