/**
 * Images that lie in the site's stores: found, compared with the catalogue, and registered. What was found is a proposal:
 * nothing of a store is in the catalogue before a manager, or the site's configuration, says so. Links are never followed
 * out of a store, and no request waits for a disk.
 */
package org.carme.imports;
