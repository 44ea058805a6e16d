/** {@code /quotas} and {@code /admin/quotas}: limits and what is left of them. */
package org.carme.rest.quotas;
