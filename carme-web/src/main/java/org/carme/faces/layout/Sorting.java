package org.carme.faces.layout;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** By which column a table is sorted, as it stands in the page's address: every column has the one direction that helps. */
public final class Sorting<E extends Enum<E>> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final E standard;
    private E order;

    /** @param standard what comes first when nothing is chosen */
    public Sorting(E standard) {
        this.standard = standard;
        this.order = standard;
    }

    public E order() {
        return order;
    }

    /** @return all orders, as they stand in the address */
    public List<String> getNames() {
        return Stream.of(standard.getDeclaringClass().getEnumConstants())
                .map(Enum::name)
                .toList();
    }

    /** @return the order that is chosen */
    public String getName() {
        return order.name();
    }

    /** What is no order is taken as the standard: addresses are typed and kept. */
    public void setName(String name) {
        order = Stream.of(standard.getDeclaringClass().getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(standard);
    }

    /** @return for the address, null for what comes without it */
    public String forAddress() {
        return order == standard ? null : order.name();
    }
}
