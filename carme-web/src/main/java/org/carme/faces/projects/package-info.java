/** Projects: mine, one of them, joining by a link; for administrators everybody's. */
package org.carme.faces.projects;
