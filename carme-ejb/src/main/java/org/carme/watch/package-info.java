/**
 * The one place that looks at the scheduler again and again. Users and pages never cause a call: they read what is
 * found here in memory and database, so that 500 open pages cost the scheduler as much as one.
 */
package org.carme.watch;
