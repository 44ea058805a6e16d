/** How the portal and what it needs are, for administrators. */
package org.carme.faces.system;
