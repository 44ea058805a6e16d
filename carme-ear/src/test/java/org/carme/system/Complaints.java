package org.carme.system;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a page's console and network say that nobody should ever see. */
final class Complaints {
    private final List<String> found = new CopyOnWriteArrayList<>();

    Complaints of(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                found.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(found::add);
        page.onResponse(response -> {
            if (response.status() >= 500) {
                found.add(response.status() + " from " + response.url());
            }
        });
        return this;
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
