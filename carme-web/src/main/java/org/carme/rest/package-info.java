/** The REST API under {@code /api/v1}: everything the pages do, for programs. */
package org.carme.rest;
