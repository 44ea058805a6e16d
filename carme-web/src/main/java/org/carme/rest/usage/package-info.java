/** What jobs use, and the ends of their logs. */
package org.carme.rest.usage;
