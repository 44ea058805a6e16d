/** {@code check-left-people}: forgets the names of those who have left. */
package org.carme.batch.people;
