package org.carme.inventory;

/** What has become of a node, as far as somebody must be told. */
enum NodeState {
    IN_SERVICE,
    OUT_OF_SERVICE,
    /** The scheduler does not know it any more. */
    GONE
}
