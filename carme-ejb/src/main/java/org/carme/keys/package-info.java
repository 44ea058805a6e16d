/**
 * The installation's one secret and the keys that come from it. It knows no feature, so that every feature can have a
 * key of its own: whoever needs one names a purpose that nobody else names, and stores no key anywhere.
 */
package org.carme.keys;
