package org.carme.quotas;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks the {@link QuotaUsage} of jobs that users sent by {@code sbatch} in a terminal, not by Carme. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface SentPastCarme {}
