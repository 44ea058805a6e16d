package org.carme.imports;

import java.util.Optional;
import org.carme.common.CarmeException;

/**
 * Something in a store that may be an image.
 *
 * @param location its path; characters that cannot be shown are replaced in what is unfit
 * @param bytes of a file
 * @param why it is unfit, empty if it is not
 */
record FoundImage(
        String location,
        ImageNaming naming,
        ImageDeclaration declaration,
        Optional<Long> bytes,
        Optional<String> fingerprint,
        Optional<CarmeException> why) {
    static FoundImage unfit(String location, CarmeException why) {
        String shown = location.replaceAll("\\p{Cntrl}", "\uFFFD");
        return new FoundImage(
                shown,
                new ImageNaming("", ""),
                ImageDeclaration.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.of(why));
    }
}
