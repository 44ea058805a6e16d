/** The cluster's nodes and partitions, for everybody. */
package org.carme.faces.cluster;
