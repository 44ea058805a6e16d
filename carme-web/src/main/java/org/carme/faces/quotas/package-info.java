/** What I may use and what is left; for administrators the limits themselves. */
package org.carme.faces.quotas;
