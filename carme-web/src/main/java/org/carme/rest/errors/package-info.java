/** Failures as RFC 9457 problem details with a stable {@code code}. */
package org.carme.rest.errors;
