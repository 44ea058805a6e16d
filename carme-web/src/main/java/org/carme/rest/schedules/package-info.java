/** {@code /admin/batch/jobs}: when batch jobs run, for administrators. */
package org.carme.rest.schedules;
