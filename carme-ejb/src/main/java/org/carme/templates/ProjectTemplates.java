package org.carme.templates;

import java.util.List;

/** Which templates projects give; told from outside, because this package knows no projects. */
public interface ProjectTemplates {
    /** @return what the user may start now by his projects, by their names; of this transaction, if there is one */
    List<ProjectTemplate> startable(String user);
}
