package org.carme.templates;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An image's row. */
@Entity
@Table(name = "images")
class Image {
    @Id
    private String name;

    private String title;
    private String description;

    /** For JPA. */
    protected Image() {}

    Image(ImageOption option) {
        name = option.name();
        title = option.title();
        description = option.description();
    }

    ImageOption option() {
        return new ImageOption(name, title, description);
    }
}
