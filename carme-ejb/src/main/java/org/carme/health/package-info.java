/**
 * Whether what the portal needs answers. Parts are asked in rounds, not by pages: every ten seconds while an
 * administrator looks, else every minute, so that the time since when a part is away is right to a minute.
 */
package org.carme.health;
