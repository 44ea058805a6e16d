package org.carme.packages;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;

/**
 * Reads a CycloneDX document (JSON, 1.2 or later): size and digest from the properties {@code carme:bytes} and
 * {@code carme:digest} of its main component, packages from the components that have a package URL.
 */
final class BomReader {
    private static final int MOST_PACKAGES = 100_000;
    private static final int MOST_VALUES = 4_000_000;
    private static final int LONGEST_TEXT = 255;
    private static final int LONGEST_URL = 700;
    private static final int LONGEST_LICENCES = 1000;
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern BYTES = Pattern.compile("\\d{1,18}");

    private final Map<String, SoftwarePackage> packages = new LinkedHashMap<>();
    private Map<String, String> properties = Map.of();
    private boolean isCycloneDx;
    private int number;
    private int nameless;

    private BomReader() {}

    /** @throws InvalidRequestException saying what is wrong and where */
    static Bom read(byte[] document) {
        if (JsonDepth.isTooDeep(document) || values(document) > MOST_VALUES) {
            throw new InvalidRequestException("invalid-request.bom");
        }
        try (JsonParser parser = Json.createParser(new ByteArrayInputStream(document))) {
            return new BomReader().bom(parser);
        } catch (JsonException | NoSuchElementException | IllegalStateException e) {
            throw new InvalidRequestException("invalid-request.body");
        } catch (ClassCastException e) {
            throw new InvalidRequestException("invalid-request.bom");
        }
    }

    /** So many objects a parser may make of it at most, by the signs between them; those in texts count, too. */
    private static long values(byte[] document) {
        long signs = 0;
        for (byte sign : document) {
            signs += sign == ',' || sign == ':' || sign == '{' || sign == '[' ? 1 : 0;
        }
        return signs;
    }

    private Bom bom(JsonParser parser) {
        if (parser.next() != JsonParser.Event.START_OBJECT) {
            throw new InvalidRequestException("invalid-request.body");
        }
        while (parser.next() == JsonParser.Event.KEY_NAME) {
            String key = parser.getString();
            JsonParser.Event event = parser.next();
            if (key.equals("components")) {
                require(event == JsonParser.Event.START_ARRAY);
                parser.getArrayStream().forEach(this::component);
            } else if (event == JsonParser.Event.START_ARRAY) {
                parser.skipArray();
            } else if (event == JsonParser.Event.START_OBJECT && !key.equals("metadata")) {
                parser.skipObject();
            } else {
                member(key, parser.getValue());
            }
        }
        require(isCycloneDx);
        return new Bom(bytes(), digest(), List.copyOf(packages.values()), nameless);
    }

    private static void require(boolean isBom) {
        if (!isBom) {
            throw new InvalidRequestException("invalid-request.bom");
        }
    }

    private void member(String key, JsonValue value) {
        if (key.equals("bomFormat")) {
            isCycloneDx = value instanceof JsonString text && text.getString().equals("CycloneDX");
        } else if (key.equals("metadata")) {
            JsonObject component = value.asJsonObject().getJsonObject("component");
            properties = component == null ? Map.of() : properties(component.getJsonArray("properties"));
        }
    }

    private static Map<String, String> properties(JsonArray properties) {
        return objects(properties)
                .collect(Collectors.toMap(
                        property -> property.getString("name", ""),
                        property -> property.getString("value", ""),
                        (first, second) -> first));
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array == null ? Stream.of() : array.stream().map(JsonValue::asJsonObject);
    }

    private OptionalLong bytes() {
        String bytes = properties.getOrDefault("carme:bytes", "");
        return BYTES.matcher(bytes).matches() ? OptionalLong.of(Long.parseLong(bytes)) : OptionalLong.empty();
    }

    private Optional<String> digest() {
        return Optional.ofNullable(properties.get("carme:digest"))
                .filter(digest -> DIGEST.matcher(digest).matches());
    }

    private void component(JsonValue value) {
        String place = "components[" + number++ + "]";
        JsonObject component = value.asJsonObject();
        String url = component.getString("purl", "");
        if (url.isEmpty()) {
            nameless++;
            return;
        }
        if (packages.size() == MOST_PACKAGES) {
            throw new InvalidRequestException("invalid-request.bom-size", MOST_PACKAGES);
        }
        PackageURL read = read(url, place + ".purl");
        packages.putIfAbsent(
                url,
                new SoftwarePackage(
                        PackageKind.of(read.getType()),
                        name(component, read, place),
                        text(component, "version", place),
                        licences(component),
                        url));
    }

    private static PackageURL read(String url, String place) {
        if (url.length() > LONGEST_URL) {
            throw InvalidRequestException.naming(place, "invalid-request.text-too-long", LONGEST_URL);
        }
        try {
            return new PackageURL(url);
        } catch (MalformedPackageURLException e) {
            throw InvalidRequestException.naming(place, "invalid-request.package-url");
        }
    }

    private static String name(JsonObject component, PackageURL url, String place) {
        String name = text(component, "name", place).strip();
        return (name.isEmpty() ? url.getName() : name).toLowerCase(Locale.ROOT);
    }

    private static String text(JsonObject component, String key, String place) {
        String text = component.getString(key, "");
        if (text.length() > LONGEST_TEXT) {
            throw InvalidRequestException.naming(place + "." + key, "invalid-request.text-too-long", LONGEST_TEXT);
        }
        return text;
    }

    /** As many as there is room for. */
    private static List<String> licences(JsonObject component) {
        List<String> all = objects(component.getJsonArray("licenses"))
                .map(BomReader::licence)
                .map(licence -> licence.replace('\n', ' ').strip())
                .filter(licence -> !licence.isEmpty() && licence.length() <= LONGEST_TEXT)
                .distinct()
                .toList();
        int length = 0;
        int taken = 0;
        while (taken < all.size() && length + all.get(taken).length() < LONGEST_LICENCES) {
            length += all.get(taken++).length() + 1;
        }
        return all.subList(0, taken);
    }

    private static String licence(JsonObject entry) {
        JsonObject licence = entry.getJsonObject("license");
        return licence == null
                ? entry.getString("expression", "")
                : licence.getString("id", licence.getString("name", ""));
    }
}
