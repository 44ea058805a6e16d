package org.carme.advisories;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A package as advisories name it: Debian's and Ubuntu's are known by their source packages.
 *
 * @param release of the distribution, such as {@code 12} or {@code 22.04}; empty if there is none, or nobody knows
 */
record Installed(Ecosystem ecosystem, String release, String name, String version) {
    private static final Pattern DEBIAN = Pattern.compile("debian-(\\d+).*");
    private static final Pattern UBUNTU = Pattern.compile("ubuntu-(\\d+\\.\\d+).*");

    /** @return empty for what no advisory is about, such as packages of conda */
    static Optional<Installed> of(String url) {
        try {
            PackageURL read = new PackageURL(url);
            return switch (read.getType() + "/" + read.getNamespace()) {
                case "deb/debian" -> Optional.of(source(Ecosystem.DEBIAN, DEBIAN, read));
                case "deb/ubuntu" -> Optional.of(source(Ecosystem.UBUNTU, UBUNTU, read));
                case "pypi/null" ->
                    Optional.of(new Installed(Ecosystem.PYPI, "", pythonName(read.getName()), version(read)));
                default -> Optional.empty();
            };
        } catch (MalformedPackageURLException e) {
            return Optional.empty();
        }
    }

    private static Installed source(Ecosystem ecosystem, Pattern distribution, PackageURL url) {
        Map<String, String> qualifiers = url.getQualifiers() == null ? Map.of() : url.getQualifiers();
        String[] source = qualifiers.getOrDefault("upstream", url.getName()).split("@", 2);
        Matcher release = distribution.matcher(qualifiers.getOrDefault("distro", ""));
        return new Installed(
                ecosystem,
                release.matches() ? release.group(1) : "",
                source[0],
                source.length == 2 ? source[1] : version(url));
    }

    private static String version(PackageURL url) {
        return url.getVersion() == null ? "" : url.getVersion();
    }

    /** PEP 503. */
    static String pythonName(String name) {
        return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }

    /** @param wanted of the advisory; empty: every release */
    boolean isOf(String wanted) {
        return wanted.isEmpty() || wanted.equals(release);
    }
}
