/** The configuration as a file. */
package org.carme.rest.configuration;
