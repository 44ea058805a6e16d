/** What every feature shares: the root of all business failures and the clock. Keep it under ten classes. */
package org.carme.common;
