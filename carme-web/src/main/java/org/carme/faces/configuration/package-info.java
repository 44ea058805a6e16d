/** The configuration as a file. */
package org.carme.faces.configuration;
