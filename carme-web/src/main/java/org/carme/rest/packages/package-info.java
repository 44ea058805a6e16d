/** What is inside images. */
package org.carme.rest.packages;
