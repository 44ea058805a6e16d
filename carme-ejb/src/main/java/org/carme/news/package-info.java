/**
 * What administrators tell everybody. The database has the news; pages read them from memory, which follows it, so that
 * they cost nothing while there are none.
 */
package org.carme.news;
