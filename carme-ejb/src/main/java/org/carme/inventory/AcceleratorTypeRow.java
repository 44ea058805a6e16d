package org.carme.inventory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The row of a type that somebody has described. */
@Entity
@Table(name = "accelerator_types")
class AcceleratorTypeRow {
    @Id
    private String name;

    @Version
    private long version;

    @Column(length = AcceleratorType.TITLE_LENGTH)
    private String title;

    @Enumerated(EnumType.STRING)
    private TypeColour colour;

    @Enumerated(EnumType.STRING)
    private AcceleratorType.Kind kind;

    /** For JPA. */
    protected AcceleratorTypeRow() {}

    AcceleratorTypeRow(AcceleratorType type) {
        name = type.name();
        describe(type);
    }

    final void describe(AcceleratorType type) {
        title = type.title();
        colour = type.colour();
        kind = type.kind();
    }

    AcceleratorType type() {
        return new AcceleratorType(name, title, colour, kind, version);
    }
}
