package org.carme.projects;

/**
 * Who wants to do something to which project.
 *
 * @param admin whether he comes as an administrator, which was checked; whatever else he may be does not count then
 */
record ProjectCall(String actor, boolean admin, String slug) {}
