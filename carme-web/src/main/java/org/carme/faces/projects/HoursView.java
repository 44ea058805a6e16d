package org.carme.faces.projects;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.carme.export.HoursExport;
import org.carme.faces.layout.Attachment;
import org.carme.faces.layout.Texts;
import org.carme.faces.layout.TypeTexts;
import org.carme.quotas.HoursOrder;
import org.carme.quotas.MemberHours;
import org.carme.quotas.ProjectHours;
import org.carme.quotas.QuotaPeriod;
import org.carme.web.security.CurrentUser;

/** Backs the table of hours on {@code project.xhtml} and {@code admin/project.xhtml}; period and order are in the address. */
@Named
@RequestScoped
public class HoursView {
    @Inject
    ProjectHours hours;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    @Inject
    TypeTexts types;

    private String period;
    private String sort;
    private String file;
    private List<MemberHours> rows = List.of();

    /** What the reader may see of a project of his; sends the file instead of the page where that is asked for. */
    public void load(String slug, ShownProject shown) throws IOException {
        if (shown != null && shown.isUseVisible()) {
            show(slug, hours.of(currentUser.getName(), slug, chosenPeriod(), chosenOrder()));
        }
    }

    /** The same for administrators. */
    public void loadAny(String slug, ShownProject shown) throws IOException {
        if (shown != null) {
            show(slug, hours.ofAny(currentUser.getName(), slug, chosenPeriod(), chosenOrder()));
        }
    }

    private void show(String slug, List<MemberHours> found) throws IOException {
        rows = found;
        if ("csv".equals(file)) {
            Attachment.send(slug, HoursExport.of(found));
        }
    }

    public List<MemberHours> getRows() {
        return rows;
    }

    public String type(MemberHours row) {
        return row.acceleratorType().isEmpty() ? "–" : types.title(row.acceleratorType());
    }

    public String number(double value) {
        return texts.text("quota.number", value);
    }

    public String left(MemberHours row) {
        return row.left().map(this::number).orElse("–");
    }

    public List<QuotaPeriod> getPeriods() {
        return List.of(QuotaPeriod.values());
    }

    public List<HoursOrder> getOrders() {
        return List.of(HoursOrder.values());
    }

    /** @return the period shown, as it stands in the address */
    public String getPeriod() {
        return chosenPeriod().name();
    }

    public void setPeriod(String period) {
        this.period = period;
    }

    /** @return the order shown, as it stands in the address */
    public String getSort() {
        return chosenOrder().name();
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getFile() {
        return file;
    }

    public void setFile(String file) {
        this.file = file;
    }

    private QuotaPeriod chosenPeriod() {
        return named(QuotaPeriod.values(), period, QuotaPeriod.MONTH);
    }

    private HoursOrder chosenOrder() {
        return named(HoursOrder.values(), sort, HoursOrder.USER);
    }

    private static <E extends Enum<E>> E named(E[] all, String name, E standard) {
        return Stream.of(all).filter(one -> one.name().equals(name)).findFirst().orElse(standard);
    }
}
