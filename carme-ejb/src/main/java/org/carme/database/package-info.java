/** The one data source {@code jdbc/carme}: its schema (Flyway) and how Java values stand in it. */
package org.carme.database;
