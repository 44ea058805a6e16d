/** {@code /admin/templates}: resource templates. */
package org.carme.rest.templates;
