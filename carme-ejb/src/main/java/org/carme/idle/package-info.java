/**
 * Jobs that hold accelerators while nobody uses them: told, and stopped after a grace period, where the site or the
 * project wants that. What is decided rests on reports alone: of a job whose agent is not heard nothing is known, and so
 * nothing happens to it.
 */
package org.carme.idle;
