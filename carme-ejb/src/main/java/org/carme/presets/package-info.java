/** Settings of a start that a user keeps under a name of his own. */
package org.carme.presets;
