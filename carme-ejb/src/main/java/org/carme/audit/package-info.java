/**
 * Who did what to which object, when and from where. An entry is written in the transaction of the change that it tells
 * of; it is sealed a few seconds later, because a chain that every transaction had to append to would be one lock for
 * the whole portal. This package knows no other feature, so that each of them can write entries.
 */
package org.carme.audit;
