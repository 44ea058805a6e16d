/** The pages' beans: one per page, named as it, thin. What may be done is decided in the services. */
package org.carme.faces;
