package org.carme.accounting;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the import is.
 *
 * @param importedUntil everything that ended before is kept; {@link Instant#EPOCH} before the first import
 * @param window how much time is read at once
 * @param longest no run that is kept took longer
 * @param zone by which days were summed up
 * @param lookedBackOn the day on which late records were looked for last
 */
record AccountingMark(Instant importedUntil, Duration window, Duration longest, String zone, String lookedBackOn) {
    AccountingMark until(Instant when) {
        return new AccountingMark(when, window, longest, zone, lookedBackOn);
    }

    AccountingMark reading(Duration next) {
        return new AccountingMark(importedUntil, next, longest, zone, lookedBackOn);
    }

    AccountingMark withRunOf(Duration length) {
        return length.compareTo(longest) > 0
                ? new AccountingMark(importedUntil, window, length, zone, lookedBackOn)
                : this;
    }

    AccountingMark in(String otherZone) {
        return new AccountingMark(importedUntil, window, longest, otherZone, lookedBackOn);
    }

    AccountingMark lookedBack(String day) {
        return new AccountingMark(importedUntil, window, longest, zone, day);
    }
}
