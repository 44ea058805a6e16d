/**
 * What a user is told about his jobs, and administrators about the cluster. A message stores a key and the words it
 * names, never a finished text, so that it is read in the reader's language.
 */
package org.carme.messages;
