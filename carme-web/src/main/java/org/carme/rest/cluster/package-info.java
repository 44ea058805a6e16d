/** {@code /cluster}: nodes and accelerator types as the watcher last saw them. */
package org.carme.rest.cluster;
