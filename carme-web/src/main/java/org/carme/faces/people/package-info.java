/** Users and groups, for administrators, and what is kept about oneself. */
package org.carme.faces.people;
