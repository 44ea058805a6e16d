/** The home page: my jobs, the start form, what is free, what is new. */
package org.carme.faces.home;
