/**
 * Maintenance of the cluster: announced before, and while it is on nobody but administrators and the allowed users may
 * start jobs. What runs goes on, and what was stored before is still sent to the scheduler.
 */
package org.carme.maintenance;
