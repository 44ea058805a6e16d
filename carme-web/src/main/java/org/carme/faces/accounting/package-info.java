/** Monthly statements. */
package org.carme.faces.accounting;
