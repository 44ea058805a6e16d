/** What lies in image stores, and its registration. */
package org.carme.rest.imports;
