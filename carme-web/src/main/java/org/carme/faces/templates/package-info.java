/** Resource templates for administrators. */
package org.carme.faces.templates;
