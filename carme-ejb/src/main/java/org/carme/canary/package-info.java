/**
 * The self-test: a real job of a site's own account that goes every way a user's goes, by the same services and through
 * the same gateway. Each stage is timed; administrators are told when it begins to fail, and when it works again.
 */
package org.carme.canary;
