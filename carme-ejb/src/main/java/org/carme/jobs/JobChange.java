package org.carme.jobs;

/** A job's row has changed and the change is committed. */
public record JobChange(JobId id, String key, String owner, JobState state) {}
