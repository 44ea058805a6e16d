package org.carme.markdown;

import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;

/** Fits a parsed text into its page: headings below the page's own, links and pictures to where they lead there. */
final class Retargeting extends AbstractVisitor {
    private static final int LOWEST = 6;

    private final Targets targets;
    private final int below;

    Retargeting(Targets targets, int below) {
        this.targets = targets;
        this.below = below;
    }

    @Override
    public void visit(Heading heading) {
        heading.setLevel(Math.min(LOWEST, heading.getLevel() + below));
        visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        Optional<String> address = targets.link(link.getDestination());
        if (address.isPresent()) {
            link.setDestination(address.get());
            return;
        }
        while (link.getLastChild() != null) {
            link.insertAfter(link.getLastChild());
        }
        link.unlink();
    }

    @Override
    public void visit(Image image) {
        Optional<String> address = targets.image(image.getDestination());
        if (address.isPresent()) {
            image.setDestination(address.get());
            return;
        }
        Link link = new Link(image.getDestination(), image.getTitle());
        if (image.getFirstChild() == null) {
            link.appendChild(new Text(image.getDestination()));
        }
        while (image.getFirstChild() != null) {
            link.appendChild(image.getFirstChild());
        }
        image.insertAfter(link);
        image.unlink();
        visit(link);
    }
}
