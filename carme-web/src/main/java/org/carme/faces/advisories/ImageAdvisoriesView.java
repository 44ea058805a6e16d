package org.carme.faces.advisories;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carme.advisories.AdvisoryCounts;
import org.carme.advisories.AdvisoryService;
import org.carme.advisories.AdvisoryStatus;
import org.carme.advisories.Finding;
import org.carme.advisories.Severity;
import org.carme.common.Part;
import org.carme.faces.images.ImageView;
import org.carme.faces.layout.Address;
import org.carme.images.ImageReference;
import org.carme.packages.PackageService;
import org.carme.web.security.CurrentUser;

/** Backs the advisories of {@code image.xhtml}: what is known of the packages of one version. */
@Named
@RequestScoped
public class ImageAdvisoriesView {
    /** What stands in an address, and may have been typed. */
    private static final Pattern PLACE = Pattern.compile("\\d{1,9}");

    private static final List<Severity> WORST_FIRST = worstFirst();

    @Inject
    AdvisoryService advisories;

    @Inject
    PackageService packages;

    @Inject
    ImageView image;

    @Inject
    CurrentUser currentUser;

    private String version;
    private String severity;
    private String from;
    private AdvisoryStatus status;
    private Boolean known;
    private Boolean checked;
    private AdvisoryCounts counts;
    private Part<Finding> part;

    private static List<Severity> worstFirst() {
        List<Severity> all = Arrays.asList(Severity.values());
        Collections.reverse(all);
        return List.copyOf(all);
    }

    /** Chooses the version. */
    public void load() {
        version = image.chosen(version);
    }

    /** @return how old the findings are */
    public AdvisoryStatus getStatus() {
        if (status == null) {
            status = advisories.status();
        }
        return status;
    }

    /** @return when the check began whose findings are shown, 0 before the first one */
    public long getCheckedAt() {
        return getStatus()
                .shown()
                .map(check -> check.startedAt().toEpochMilli())
                .orElse(0L);
    }

    /** @return whether somebody has said what is inside the version */
    public boolean isKnown() {
        if (known == null) {
            known = packages.contents(currentUser.getName(), image.getName(), version)
                    .isPresent();
        }
        return known;
    }

    /** @return whether the findings are of what is inside the version now */
    public boolean isChecked() {
        if (checked == null) {
            checked = advisories
                    .checkedAt(currentUser.getName(), image.getName(), version)
                    .isPresent();
        }
        return checked;
    }

    public AdvisoryCounts getCounts() {
        if (counts == null) {
            counts = advisories
                    .counts(currentUser.getName(), List.of(image.getName()))
                    .getOrDefault(ImageReference.text(image.getName(), version), AdvisoryCounts.NONE);
        }
        return counts;
    }

    /** @return each severity that any advisory has, with their number */
    public List<CountLook> getFound() {
        return CountLook.of(getCounts());
    }

    public List<FindingRow> getRows() {
        return getPart().rows().stream().map(FindingRow::new).toList();
    }

    public Part<Finding> getPart() {
        if (part == null) {
            part = advisories.findings(
                    currentUser.getName(),
                    image.getName(),
                    version,
                    Severity.of(severity == null ? "" : severity).orElse(Severity.UNRATED),
                    Optional.ofNullable(from)
                            .filter(place -> PLACE.matcher(place).matches()));
        }
        return part;
    }

    public List<Severity> getSeverities() {
        return WORST_FIRST;
    }

    /** @return what is shown as part of an address, each with an ampersand behind */
    public String getAddress() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", image.getName());
        values.put("tab", "advisories");
        values.put("version", version);
        values.put("severity", severity);
        return Address.of(values);
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public String getSeverity() {
        return severity;
    }

    public void setSeverity(String severity) {
        this.severity = severity;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }
}
