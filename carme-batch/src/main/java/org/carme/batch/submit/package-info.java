/** {@code submit-jobs}: brings stored starts to the scheduler. */
package org.carme.batch.submit;
