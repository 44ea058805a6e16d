/** Texts for people, in the languages of the bundles; the only place that turns codes and keys into sentences. */
package org.carme.texts;
