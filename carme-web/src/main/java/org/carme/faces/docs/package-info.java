/** The documentation, read and searched inside the portal. */
package org.carme.faces.docs;
