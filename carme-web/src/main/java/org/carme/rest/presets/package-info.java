/** {@code /presets}: the caller's named settings of a start. */
package org.carme.rest.presets;
