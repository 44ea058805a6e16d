package org.carme.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.carme.database.Retry;
import org.carme.users.Administrators;
import org.carme.users.DirectoryUnavailableException;

/** Tells the administrators what has become of nodes. */
@ApplicationScoped
public class NodeNews {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Inject
    NodeStore store;

    @Inject
    Administrators administrators;

    /** Listeners are called after somebody was told something. */
    public void subscribe(Runnable listener) {
        listeners.add(listener);
    }

    /** Without the directory nobody knows whom to tell: it is tried again at the next call. */
    void tell() {
        List<String> names = store.news();
        if (names.isEmpty()) {
            return;
        }
        try {
            Set<String> people = administrators.all();
            Retry.onConflict(() -> store.tell(people, names));
            listeners.forEach(Runnable::run);
        } catch (DirectoryUnavailableException away) {
            return;
        }
    }
}
