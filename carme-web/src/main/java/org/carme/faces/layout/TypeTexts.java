package org.carme.faces.layout;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.inventory.AcceleratorTypes;
import org.carme.inventory.DescribedTypes;

/** Accelerator types as administrators have named and coloured them, read once per request. */
@Named
@RequestScoped
public class TypeTexts {
    @Inject
    AcceleratorTypes types;

    private DescribedTypes described;

    @PostConstruct
    void load() {
        described = types.described();
    }

    public String title(String name) {
        return described.title(name);
    }

    /** @return the class of its colour in the style sheet */
    public String style(String name) {
        return described.of(name).colour().style();
    }
}
