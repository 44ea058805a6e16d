/** {@code /admin/accelerator-types} and {@code /admin/gone-nodes}: what administrators say of the cluster. */
package org.carme.rest.inventory;
