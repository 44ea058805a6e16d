/**
 * What a site declares in folders of JSON files: entry points, runtimes. Read once, at the start, which a mistake stops, naming
 * configuration key, file, line and the file's key.
 */
package org.carme.declarations;
