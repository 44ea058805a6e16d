package org.carme.images;

import java.util.List;
import java.util.Set;
import org.carme.users.Person;

/** Which images are offered; told from outside, because this package knows no templates. */
public interface ImageOffers {
    /** @return names of those in any template that the person may start now */
    Set<String> to(Person person);

    /** @return the names of the templates that offer the image, of this transaction if there is one */
    List<String> templatesWith(String image);
}
