/** What is done about projects by the clock. */
package org.carme.batch.projects;
