package org.carme.images;

/**
 * A folder or file of the node that an image is to see.
 *
 * @param source on the node
 * @param target in the image, where it has to exist
 */
public record ImageBind(String source, String target, boolean readOnly) {}
