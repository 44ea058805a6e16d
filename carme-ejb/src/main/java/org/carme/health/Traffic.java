package org.carme.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntSupplier;

/** How much goes through the gateway of this instance; the gateway says how it is counted. */
@ApplicationScoped
public class Traffic {
    private volatile IntSupplier connections = () -> 0;

    public void countWith(IntSupplier how) {
        connections = how;
    }

    int connections() {
        return connections.getAsInt();
    }
}
