package org.carme.images;

import java.util.List;

/**
 * The version of an image that a job runs in.
 *
 * @param runtime name of the declaration
 * @param location path or URI; empty if there is no runtime
 * @param digest {@code sha256:} and 64 hexadecimal digits; empty if none is known
 * @param flags names that the runtime's declaration knows
 * @param entryPoints names of those that it offers; empty: all that are declared
 */
public record ImageLaunch(
        String image,
        String version,
        String runtime,
        String location,
        String digest,
        List<ImageBind> binds,
        List<String> flags,
        List<String> entryPoints) {

    public ImageLaunch {
        binds = List.copyOf(binds);
        flags = List.copyOf(flags);
        entryPoints = List.copyOf(entryPoints);
    }

    /** @return the same with its files elsewhere, of which no digest is known */
    public ImageLaunch at(String other) {
        return new ImageLaunch(image, version, runtime, other, "", binds, flags, entryPoints);
    }

    /** Whether the image has an entry point of that name. */
    public boolean offers(String entryPoint) {
        return entryPoints.isEmpty() || entryPoints.contains(entryPoint);
    }
}
