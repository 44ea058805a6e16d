/**
 * Projects: who works together, until when and with which templates. What may follow upon what, and who may cause it,
 * stands in two tables, one for projects and one for memberships; nothing else decides. A group that has templates is a
 * project by rule and has no row here.
 */
package org.carme.projects;
