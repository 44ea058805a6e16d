/**
 * Who somebody is: the directory's word on people, groups and passwords, and what Carme adds to it (sessions, API
 * tokens, throttled logins). Groups and roles are never stored: they are asked for again, so that a removed right ends.
 */
package org.carme.users;
