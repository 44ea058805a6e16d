/**
 * How people make images of their own. A recipe says which image to begin with and what to do in a copy of it; however it was
 * written, it becomes the same few kinds of steps, so that there is one way to carry it out.
 */
package org.carme.builds;
