/**
 * What one of several portals does alone. A lease alone proves nothing, because its holder may sleep until it has
 * expired: whoever acts under one has it checked in the transaction that writes down what he does.
 */
package org.carme.leases;
