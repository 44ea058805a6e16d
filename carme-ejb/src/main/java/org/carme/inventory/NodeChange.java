package org.carme.inventory;

/**
 * What has become of a node.
 *
 * @param detail reason or hardware; may be empty
 */
record NodeChange(String node, What what, String detail) {
    /** Each is a message of its own, with all its nodes. */
    enum What {
        GONE("nodes-gone"),
        OUT_OF_SERVICE("nodes-out"),
        IN_SERVICE("nodes-in"),
        CHANGED("nodes-changed");

        private final String message;

        What(String message) {
            this.message = message;
        }

        /** @return the key of the message's text */
        String message() {
            return message;
        }

        static What of(NodeState state) {
            return switch (state) {
                case GONE -> GONE;
                case OUT_OF_SERVICE -> OUT_OF_SERVICE;
                case IN_SERVICE -> IN_SERVICE;
            };
        }
    }
}
