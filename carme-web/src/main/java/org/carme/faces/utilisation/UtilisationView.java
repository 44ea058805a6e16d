package org.carme.faces.utilisation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.TypeUse;
import org.carme.faces.layout.Address;
import org.carme.utilisation.Series;
import org.carme.utilisation.UtilisationService;

/** Backs the card of the load: what it shows is in the address, with the zone in which the reader's clock goes. */
@Named
@RequestScoped
public class UtilisationView {
    /** Shows all accelerators as one. */
    private static final String TOTAL = "total";

    @Inject
    UtilisationService utilisation;

    @Inject
    ClusterStatus cluster;

    @Inject
    Charts charts;

    private String range;
    private String show;
    private String zone;
    private Span span;
    private Chart chart;

    /** @return null if nothing is known of the chosen time */
    public Chart getChart() {
        if (chart == null && !span().isEmpty()) {
            chart = draw();
        }
        return chart;
    }

    private Chart draw() {
        if (getShow().isEmpty()) {
            return charts.compared(span());
        }
        return getShow().equals(TOTAL) ? charts.total(span()) : charts.divided(span(), getShow());
    }

    public List<TableRow> getRows() {
        return charts.rows(span(), getChart());
    }

    /** @return whether it is to show a forecast and there is none */
    public boolean isForecastMissing() {
        return isForecast() && span().coming().isEmpty();
    }

    private Span span() {
        if (span == null) {
            Series past = utilisation.past(Range.of(range).hours());
            Series none = new Series(past.to(), past.to(), Duration.ofMinutes(1), List.of());
            span = new Span(Range.of(range), past, isForecast() ? utilisation.forecast() : none, zone());
        }
        return span;
    }

    private ZoneId zone() {
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    public List<Range> getRanges() {
        return List.of(Range.values());
    }

    /** @return what can be shown: all beside each other, their total, each of them */
    public List<String> getShows() {
        return Stream.concat(
                        Stream.of("", TOTAL),
                        cluster.picture().types().stream()
                                .filter(type -> type.total() > 0)
                                .map(TypeUse::name))
                .toList();
    }

    /** @return where the past ends */
    public long getNowMillis() {
        return span().past().to().toEpochMilli();
    }

    /** @return the last time of which anything is known that is not yet to come, 0 if there is none */
    public long getLatestMillis() {
        return getChart().times().stream()
                .filter(time -> time <= getNowMillis())
                .reduce(0L, Math::max);
    }

    /** @return whether that is the present, as far as the chart can tell */
    public boolean isFresh() {
        long age = getNowMillis() - getLatestMillis();
        return !span().coming().isEmpty() || age <= 2 * span().past().step().toMillis();
    }

    public boolean isForecast() {
        return Range.of(range) == Range.FORECAST;
    }

    /** @return the part of an address that chooses these */
    public String address(String otherRange, String otherShow) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("range", otherRange);
        values.put("show", otherShow);
        values.put("zone", zone);
        return Address.of(values);
    }

    public String getRange() {
        return Range.of(range).getWord();
    }

    public void setRange(String range) {
        this.range = range;
    }

    /** @return one of those that can be shown */
    public String getShow() {
        return show != null && getShows().contains(show) ? show : "";
    }

    public void setShow(String show) {
        this.show = show;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}
