/** Files that people take away. */
package org.carme.export;
