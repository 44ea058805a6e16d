/** When batch jobs run and how they went, for administrators. */
package org.carme.faces.schedules;
