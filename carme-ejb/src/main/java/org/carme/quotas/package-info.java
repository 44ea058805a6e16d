/**
 * Limits on what users and groups use at a time and per period. What is used is summed from the jobs each time, so that
 * nothing reserved can be lost or stay behind.
 */
package org.carme.quotas;
