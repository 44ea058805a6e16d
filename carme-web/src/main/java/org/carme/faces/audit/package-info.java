/** What I did, and for administrators what everybody did. */
package org.carme.faces.audit;
