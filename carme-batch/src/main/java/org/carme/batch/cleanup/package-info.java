/** {@code clean-up}: removes what has outlived its time. */
package org.carme.batch.cleanup;
