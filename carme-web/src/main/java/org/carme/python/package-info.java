/** The Python package {@code carme}, as the portal hands it out. Its sources are below {@code server-config/python}. */
package org.carme.python;
