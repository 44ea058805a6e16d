/** The chart of what was, is and will be in use: drawn by the server, so that it follows theme, language and printer. */
package org.carme.faces.utilisation;
