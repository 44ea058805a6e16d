/** What the cluster consists of, for administrators. */
package org.carme.faces.inventory;
