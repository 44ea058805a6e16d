package org.carme.faces.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.primefaces.context.PrimeFacesContext;

/**
 * The nonce of the page's Content-Security-Policy. Every form carries it: PrimeFaces refuses a form without it, and
 * puts it there itself only when the page's scripts have run, later than a quick user's first click.
 */
@Named
@RequestScoped
public class PagePolicy {
    @Inject
    FacesContext faces;

    public String getNonce() {
        return PrimeFacesContext.getCspState(faces).getNonce();
    }
}
