package org.carme.system;

import com.microsoft.playwright.Page;
import java.util.List;

/** All pages, and what one of them says. */
final class Pages {
    static final List<String> OF_USERS = List.of(
            "/",
            "/history.xhtml",
            "/quota.xhtml",
            "/projects.xhtml",
            "/cluster.xhtml",
            "/utilisation.xhtml",
            "/messages.xhtml",
            "/message-settings.xhtml",
            "/news.xhtml",
            "/docs.xhtml",
            "/docs.xhtml?page=docs/how-to/set-quotas.md",
            "/images.xhtml",
            "/image.xhtml?name=base",
            "/image.xhtml?name=base&tab=versions",
            "/image.xhtml?name=base&tab=packages",
            "/packages.xhtml?name=lib",
            "/builds.xhtml",
            "/build-new.xhtml",
            "/image.xhtml?name=base&tab=advisories",
            "/advisories.xhtml?package=torch",
            "/password.xhtml",
            "/tokens.xhtml",
            "/activity.xhtml",
            "/mydata.xhtml",
            "/nowhere.xhtml");

    static final List<String> OF_ADMINISTRATORS = List.of(
            "/admin/jobs.xhtml",
            "/admin/users.xhtml",
            "/admin/user.xhtml?name=alice",
            "/admin/groups.xhtml",
            "/admin/projects.xhtml",
            "/admin/templates.xhtml",
            "/admin/template.xhtml?show=GPU",
            "/admin/quotas.xhtml",
            "/admin/slurm-limits.xhtml",
            "/admin/inventory.xhtml",
            "/admin/maintenance.xhtml",
            "/admin/news.xhtml",
            "/admin/batch.xhtml",
            "/admin/batch-job.xhtml?name=clean-up",
            "/admin/batch-job.xhtml?name=submit-jobs",
            "/admin/batch-job.xhtml?name=clean-up&failed=true",
            "/admin/system.xhtml",
            "/admin/self-test.xhtml",
            "/admin/configuration.xhtml",
            "/image-import.xhtml",
            "/image-edit.xhtml",
            "/image-edit.xhtml?show=base",
            "/image-version.xhtml?image=base",
            "/image.xhtml?name=base&tab=history",
            "/advisories.xhtml",
            "/image.xhtml?name=base&tab=jobs",
            "/admin/audit.xhtml");

    private Pages() {}

    /** Opens a page down to its end: parts of it come only then. */
    static void open(Page tab, String path) {
        tab.navigate(Api.PORTAL + path);
        tab.evaluate("() => window.scrollTo(0, document.body.scrollHeight)");
        tab.waitForLoadState();
    }

    /**
     * The title of a document is its own.
     *
     * @param but a selector of what does not count
     * @return what the page says to somebody, and what it has ready to say after a click
     */
    static List<String> said(Page tab, String but) {
        return strings(tab.evaluate("""
                but => {
                    const said = document.querySelector('article') ? [] : [document.title], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                    while (walker.nextNode()) {
                        if (!walker.currentNode.parentElement.closest(but)) said.push(walker.currentNode.data);
                    }
                    const names = ['aria-label', 'title', 'placeholder', 'alt', 'data-question', 'data-confirm', 'data-yes',
                        'data-text', 'data-notice-text', 'data-warning', 'data-count', 'data-more', 'data-done', 'data-label'];
                    for (const name of names) {
                        for (const element of document.querySelectorAll('[' + name + ']')) {
                            if (!element.closest(but)) said.push(element.getAttribute(name));
                        }
                    }
                    for (const button of document.querySelectorAll('input[type=submit]')) said.push(button.value);
                    return said.map(text => text.trim()).filter(text => text);
                }""", but));
    }

    static List<String> strings(Object found) {
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }
}
