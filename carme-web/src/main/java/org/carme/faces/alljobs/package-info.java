/** Everybody's jobs for administrators. */
package org.carme.faces.alljobs;
