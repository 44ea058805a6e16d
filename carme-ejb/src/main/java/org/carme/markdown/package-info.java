/** Markdown as HTML, the same way for everything that is written in it; what comes out is safe on any page. */
package org.carme.markdown;
