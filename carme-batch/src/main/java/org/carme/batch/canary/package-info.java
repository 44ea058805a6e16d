/** {@code self-test}: a real job from its start to its end. */
package org.carme.batch.canary;
