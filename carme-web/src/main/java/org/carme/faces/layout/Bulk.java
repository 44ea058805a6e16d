package org.carme.faces.layout;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.carme.common.CarmeException;
import org.carme.texts.ErrorTexts;
import org.primefaces.PrimeFaces;

/**
 * What is done to several rows of a table, each by itself: a row that fails leaves the others done, is named with its
 * reason, and stays ticked. What can be taken back, can be as long as the page is open.
 */
@Named
@ViewScoped
public class Bulk implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    Texts texts;

    @Inject
    ErrorTexts errors;

    @Inject
    WrongFields wrongFields;

    @Inject
    Appearance appearance;

    private String done = "";

    /** How what was done is taken back, by row. */
    private transient Map<String, Runnable> backs;

    /** What the rows are called: a deleted one cannot be asked any more. */
    private transient Map<String, String> called;

    /** @return what is ticked, as it was sent: values of the rows, to be checked like everything that is sent */
    public List<String> ticked() {
        Map<String, String[]> sent =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
        return List.of(sent.getOrDefault("selected", new String[0]));
    }

    /** Does something to each ticked row that cannot be taken back; {@code doneKey} is of the text with the count. */
    public void each(String doneKey, Function<String, String> name, Consumer<String> step) {
        forget();
        List<String> rows = ticked();
        int count = run(rows, name, step);
        if (count > 0) {
            say(texts.text(doneKey, count));
        } else if (rows.isEmpty()) {
            say(texts.text("bulk.none"));
        }
    }

    /** Does something that can be taken back: the step returns how. */
    public void undoable(
            String doneKey, Collection<String> rows, Function<String, String> name, Function<String, Runnable> step) {
        forget();
        Map<String, Runnable> kept = new LinkedHashMap<>();
        Map<String, String> titles = new HashMap<>();
        run(rows, name, row -> {
            titles.put(row, name.apply(row));
            kept.put(row, step.apply(row));
        });
        if (!kept.isEmpty()) {
            backs = kept;
            called = titles;
            done = texts.text(doneKey, kept.size());
        } else if (rows.isEmpty()) {
            say(texts.text("bulk.none"));
        }
    }

    /** Takes the last thing back, under the same checks as if it were done by hand. */
    public void undo() {
        Map<String, Runnable> actions = backs == null ? Map.of() : backs;
        Map<String, String> titles = called;
        forget();
        int count = run(
                actions.keySet(),
                row -> titles.get(row),
                row -> actions.get(row).run());
        if (count > 0) {
            say(texts.text("bulk.undone", count));
        }
    }

    private int run(Collection<String> rows, Function<String, String> name, Consumer<String> step) {
        Map<String, List<String>> refused = new LinkedHashMap<>();
        List<String> again = new ArrayList<>();
        for (String row : rows) {
            try {
                step.accept(row);
            } catch (CarmeException failure) {
                again.add(row);
                if (!wrongFields.say(failure)) {
                    refused.computeIfAbsent(errors.text(failure, appearance.getLocale()), same -> new ArrayList<>())
                            .add(name.apply(row));
                }
            }
        }
        refused.forEach((reason, names) -> FacesContext.getCurrentInstance()
                .addMessage(
                        null,
                        new FacesMessage(
                                FacesMessage.SEVERITY_ERROR,
                                texts.text("bulk.refused", String.join("; ", names), reason),
                                null)));
        PrimeFaces.current().ajax().addCallbackParam("again", String.join("\n", again));
        return rows.size() - again.size();
    }

    private static void say(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(text));
    }

    private void forget() {
        done = "";
        backs = null;
        called = null;
    }

    /** @return what was done and can be taken back, empty if there is nothing */
    public String getDone() {
        return backs == null ? "" : done;
    }
}
