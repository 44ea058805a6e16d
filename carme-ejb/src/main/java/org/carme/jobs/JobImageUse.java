package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carme.images.ImageUse;

/** Counts the jobs of images. */
@ApplicationScoped
@Transactional
class JobImageUse implements ImageUse {
    @Inject
    JobRepository jobs;

    @Override
    public Map<String, Long> active(Collection<String> images) {
        Map<String, Long> counts = new HashMap<>();
        if (!images.isEmpty()) {
            jobs.countActiveByImage(images).forEach(row -> counts.put((String) row[0], (Long) row[1]));
        }
        return counts;
    }

    @Override
    public Map<String, Jobs> ofVersions(String image) {
        Map<String, Jobs> counts = new HashMap<>();
        jobs.countByVersion(image).forEach(row -> {
            long all = (Long) row[1];
            counts.put((String) row[0], new Jobs(all - (Long) row[2], all));
        });
        return counts;
    }

    @Override
    public List<Start> latest(String image, int most) {
        return jobs.latestIn(image, most).stream()
                .map(Job::summary)
                .map(job -> new Start(
                        job.id().value(),
                        job.owner(),
                        job.imageVersion(),
                        job.submittedAt(),
                        job.state() != JobState.ENDED))
                .toList();
    }
}
