/** The history of ended jobs. */
package org.carme.faces.history;
