package org.carme.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How types are shown, described or not. */
public final class DescribedTypes {
    private final Map<String, AcceleratorType> types;

    DescribedTypes(List<AcceleratorType> types) {
        this.types = types.stream().collect(Collectors.toMap(AcceleratorType::name, Function.identity()));
    }

    /** @return also for a type of which nobody has heard */
    public AcceleratorType of(String name) {
        return Optional.ofNullable(types.get(name)).orElseGet(() -> AcceleratorType.undescribed(name));
    }

    /** @return how people call it */
    public String title(String name) {
        return of(name).title();
    }

    List<String> names() {
        return List.copyOf(types.keySet());
    }
}
