package org.carme.links;

import java.net.URI;

/** A link that the site has given a name. */
public record SiteLink(String title, URI address) {}
