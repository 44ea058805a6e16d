/** {@code /admin/self-tests}: how self-tests went. */
package org.carme.rest.canary;
