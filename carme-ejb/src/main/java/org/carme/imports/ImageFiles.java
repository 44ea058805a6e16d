package org.carme.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** What is known of the files of a version: as they were registered, or seen first, and as they were seen last. */
@Entity
@Table(name = "image_files")
class ImageFiles {
    @Id
    @Column(name = "version_id")
    private long version;

    private String location;

    @Column(name = "registered_print")
    private String registered;

    @Column(name = "seen_print")
    private String seen;

    @Column(name = "looked_at")
    private Instant lookedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "missing_at")
    private Instant missingAt;

    /** For JPA. */
    protected ImageFiles() {}

    /** @param fingerprint empty if they were never seen */
    ImageFiles(long version, String location, Optional<String> fingerprint, Instant now) {
        this.version = version;
        beginWith(location, fingerprint, now);
    }

    private void beginWith(String place, Optional<String> fingerprint, Instant now) {
        location = place;
        registered = fingerprint.orElse(null);
        changedAt = null;
        missingAt = null;
        see(fingerprint, now);
    }

    /** Takes what a look has seen. A draft may have got another location, of which nothing is known yet. */
    void observe(String place, Optional<String> fingerprint, Instant now) {
        if (place.equals(location)) {
            see(fingerprint, now);
        } else {
            beginWith(place, fingerprint, now);
        }
    }

    private void see(Optional<String> fingerprint, Instant now) {
        lookedAt = now;
        if (fingerprint.isEmpty()) {
            missingAt = missingAt == null ? now : missingAt;
            return;
        }
        missingAt = null;
        seen = fingerprint.get();
        registered = registered == null ? seen : registered;
        if (seen.equals(registered)) {
            changedAt = null;
        } else {
            changedAt = changedAt == null ? now : changedAt;
        }
    }

    /** From now on the files are right as they were seen last. */
    void accept() {
        registered = seen;
        changedAt = null;
    }

    boolean isChanged() {
        return changedAt != null;
    }

    long version() {
        return version;
    }

    /** @return whether these files would be others than those registered */
    boolean differs(String place, String fingerprint) {
        return place.equals(location) && registered != null && !registered.equals(fingerprint);
    }
}
