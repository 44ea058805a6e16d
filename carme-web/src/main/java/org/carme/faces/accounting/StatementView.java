package org.carme.faces.accounting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.carme.accounting.Statement;
import org.carme.accounting.StatementBy;
import org.carme.accounting.StatementMonths;
import org.carme.accounting.Statements;
import org.carme.export.StatementExport;
import org.carme.faces.layout.Attachment;
import org.carme.web.security.CurrentUser;

/** Backs {@code statement.xhtml}, of oneself or of a project, and {@code admin/statement.xhtml}; all is in the address. */
@Named
@RequestScoped
public class StatementView {
    @Inject
    Statements statements;

    @Inject
    StatementMonths months;

    @Inject
    StatementTexts texts;

    @Inject
    StatementPaper paper;

    @Inject
    CurrentUser currentUser;

    private String month;
    private String by;
    private String project;
    private String file;
    private List<StatementBy> breakdowns = List.of(StatementBy.values());
    private Statement statement;
    private List<StatementRow> rows = List.of();

    /** One's own, or that of a project; sends a file instead of the page where that is asked for. */
    public void load() throws IOException {
        String user = currentUser.getName();
        if (project == null) {
            breakdowns = List.of(StatementBy.PROJECT, StatementBy.TYPE);
            show(
                    statements.own(user, chosenMonth()),
                    texts.text("statement.whose.own", currentUser.getDisplayName(), user));
        } else {
            breakdowns = List.of(StatementBy.USER, StatementBy.TYPE);
            show(statements.ofProject(user, project, chosenMonth()), texts.text("statement.whose.project", project));
        }
    }

    /** Everybody's, for administrators. */
    public void loadAll() throws IOException {
        breakdowns = List.of(StatementBy.values());
        show(statements.ofAll(currentUser.getName(), chosenMonth()), texts.text("statement.whose.all"));
    }

    /** Has the batch job read Slurm's accounting. */
    public void readNow() {
        statements.readNow(currentUser.getName());
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(texts.text("statement.reading")));
    }

    private void show(Statement found, String whose) throws IOException {
        statement = found;
        String name = "statement-" + found.month();
        if ("csv".equals(file)) {
            Attachment.send(name, StatementExport.of(found));
        } else if ("pdf".equals(file)) {
            Attachment.sendPdf(name, paper.of(found, whose, breakdowns));
        } else {
            rows = texts.rows(found, getBreakdown());
        }
    }

    private YearMonth chosenMonth() {
        return months.parse(Optional.ofNullable(month));
    }

    public Statement getStatement() {
        return statement;
    }

    public List<StatementRow> getRows() {
        return rows;
    }

    public List<YearMonth> getMonths() {
        return months.all();
    }

    public List<StatementBy> getBreakdowns() {
        return breakdowns;
    }

    /** @return when what is in it ends; 0 before the first import, and while a button is being pressed */
    public long getUntil() {
        return statement == null
                ? 0
                : statement.until().map(Instant::toEpochMilli).orElse(0L);
    }

    /** @return the chosen one of those there are, else the first */
    public StatementBy getBreakdown() {
        return breakdowns.stream()
                .filter(one -> one.name().equals(by))
                .findFirst()
                .orElseGet(() -> breakdowns.get(0));
    }

    /** @return as it stands in the address */
    public String getBy() {
        return by;
    }

    public void setBy(String by) {
        this.by = by;
    }

    public String getMonth() {
        return month;
    }

    public void setMonth(String month) {
        this.month = month;
    }

    public String getProject() {
        return project;
    }

    public void setProject(String project) {
        this.project = project == null || project.isBlank() ? null : project.strip();
    }

    public String getFile() {
        return file;
    }

    public void setFile(String file) {
        this.file = file;
    }
}
