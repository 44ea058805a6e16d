package org.carme.faces.accounting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carme.accounting.Statement;
import org.carme.accounting.StatementBy;
import org.carme.accounting.StatementPart;
import org.carme.cluster.ClusterPicture;
import org.carme.faces.layout.Appearance;
import org.carme.faces.layout.Texts;
import org.carme.faces.layout.TypeTexts;
import org.carme.projects.ProjectStarts;

/** Statements in words. */
@Named
@RequestScoped
public class StatementTexts {
    @Inject
    Texts texts;

    @Inject
    TypeTexts types;

    @Inject
    ProjectStarts projects;

    @Inject
    Appearance appearance;

    List<StatementRow> rows(Statement statement, StatementBy by) {
        var sums = statement.by(by);
        Map<String, String> names = projects.names(sums.keySet().stream()
                .map(StatementPart::project)
                .filter(slug -> !slug.isEmpty())
                .collect(Collectors.toSet()));
        return sums.entrySet().stream()
                .map(entry -> new StatementRow(
                        entry.getKey(),
                        name(entry.getKey(), by, names),
                        types.title(type(entry.getKey())),
                        entry.getValue()))
                .toList();
    }

    private String name(StatementPart part, StatementBy by, Map<String, String> names) {
        return switch (by) {
            case USER -> part.user();
            case TYPE -> "";
            case PROJECT -> charged(part, names);
        };
    }

    private String charged(StatementPart part, Map<String, String> names) {
        if (!part.project().isEmpty()) {
            return names.getOrDefault(part.project(), part.project());
        }
        return part.group().isEmpty() ? texts.text("statement.terminal") : texts.text("statement.group", part.group());
    }

    private static String type(StatementPart part) {
        return part.acceleratorType().isEmpty() ? ClusterPicture.CPU : part.acceleratorType();
    }

    /** @return the class of its colour in the style sheet */
    public String style(StatementRow row) {
        return types.style(row.getType().isEmpty() ? ClusterPicture.CPU : row.getType());
    }

    /** @return such as November 2026 */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", appearance.getLocale()).format(month);
    }

    public String hours(double hours) {
        return texts.text("statement.number", hours);
    }

    public String count(long jobs) {
        return texts.text("statement.count", jobs);
    }

    String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }
}
