/** What every page shares: language, look, failures, push. */
package org.carme.faces.layout;
