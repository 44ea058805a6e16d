/** The banner that every page has while a maintenance is on or near, and the page on which it is planned. */
package org.carme.faces.maintenance;
