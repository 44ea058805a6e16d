/** Projects over REST. */
package org.carme.rest.projects;
