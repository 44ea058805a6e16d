package org.carme.faces.layout;

import jakarta.el.ValueExpression;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.carme.common.CarmeException;
import org.carme.common.InvalidRequestException;
import org.carme.texts.ErrorTexts;

/**
 * Which field of a page a refusal is about. A field has the name that the API gives it as its id, or in {@code
 * data-field} if that differs; one for a part of a value adds the part after a dot. The page's script puts the text
 * beside it.
 */
@Named
@ApplicationScoped
public class WrongFields {
    private static final String DECLARED = "data-field";

    @Inject
    ErrorTexts texts;

    /** @return whether the page has the field that the failure is about, and so says it there */
    boolean say(CarmeException failure) {
        FacesContext context = FacesContext.getCurrentInstance();
        Optional<String> id = Optional.of(failure)
                .filter(InvalidRequestException.class::isInstance)
                .flatMap(refused -> ((InvalidRequestException) refused).field())
                .flatMap(field -> find(context, field));
        id.filter(field -> context.getMessageList(field).isEmpty())
                .ifPresent(field -> context.addMessage(field, message(context, failure)));
        return id.isPresent();
    }

    private FacesMessage message(FacesContext context, CarmeException failure) {
        String text = texts.textBeside(failure, context.getViewRoot().getLocale());
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null);
    }

    private static Optional<String> find(FacesContext context, String field) {
        AtomicReference<String> found = new AtomicReference<>();
        VisitContext shown = VisitContext.createVisitContext(context, null, EnumSet.of(VisitHint.SKIP_UNRENDERED));
        context.getViewRoot().visitTree(shown, (visit, component) -> {
            if (component instanceof UIInput && isAbout(name(context, component), field)) {
                found.set(component.getClientId(context));
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return Optional.ofNullable(found.get());
    }

    private static String name(FacesContext context, UIComponent component) {
        Object declared = component.getPassThroughAttributes().getOrDefault(DECLARED, component.getId());
        return String.valueOf(
                declared instanceof ValueExpression expression
                        ? expression.getValue(context.getELContext())
                        : declared);
    }

    /** Whether the component of that name holds the field, or a part of it. */
    static boolean isAbout(String name, String field) {
        return name.equals(field) || name.startsWith(field + ".");
    }

    /** @return what is wrong with single fields, those included of which Faces itself could not read the value */
    public List<WrongField> getAll() {
        FacesContext context = FacesContext.getCurrentInstance();
        List<WrongField> all = new ArrayList<>();
        for (Iterator<String> ids = context.getClientIdsWithMessages(); ids.hasNext(); ) {
            String id = ids.next();
            if (id != null) {
                context.getMessageList(id).forEach(message -> all.add(new WrongField(id, message.getSummary())));
            }
        }
        return all;
    }
}
