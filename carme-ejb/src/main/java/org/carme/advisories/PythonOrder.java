package org.carme.advisories;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As PEP 440 has it. What stands behind a plus does not count: a build of a release has the release's faults. */
final class PythonOrder implements VersionOrder {
    private static final int LONGEST = 255;
    private static final Pattern VERSION = Pattern.compile("v?(?:(?<epoch>\\d+)!)?(?<release>\\d+(?:\\.\\d+)*)"
            + "(?:[-_.]?(?<stage>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<pre>\\d*))?"
            + "(?<post>-(?<dash>\\d+)|[-_.]?(?:post|rev|r)[-_.]?(?<number>\\d*))?"
            + "(?<dev>[-_.]?dev[-_.]?(?<draft>\\d*))?(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?");
    private static final BigInteger LAST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger FIRST = LAST.negate();

    @Override
    public boolean isVersion(String text) {
        return text.length() <= LONGEST && matcher(text).matches();
    }

    private static Matcher matcher(String text) {
        return VERSION.matcher(text.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public int compare(String one, String other) {
        return Key.ORDER.compare(Key.of(one), Key.of(other));
    }

    /**
     * What is compared, from left to right.
     *
     * @param release without zeros at its end
     * @param stage 0: drafts of a release, 1 to 3: alpha, beta and candidate, 4: the release
     */
    private record Key(
            BigInteger epoch, List<BigInteger> release, int stage, BigInteger pre, BigInteger post, BigInteger dev) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::epoch)
                .thenComparing(Key::release, PythonOrder::compareNumbers)
                .thenComparing(Key::stage)
                .thenComparing(Key::pre)
                .thenComparing(Key::post)
                .thenComparing(Key::dev);

        static Key of(String version) {
            Matcher found = matcher(version);
            if (!found.matches()) {
                throw new IllegalArgumentException(version);
            }
            boolean isDraft = found.group("dev") != null;
            boolean isPost = found.group("post") != null;
            String post = found.group("dash") == null ? found.group("number") : found.group("dash");
            return new Key(
                    number(found.group("epoch")),
                    releaseOf(found.group("release")),
                    stageOf(found.group("stage"), isDraft && !isPost),
                    number(found.group("pre")),
                    isPost ? number(post) : FIRST,
                    isDraft ? number(found.group("draft")) : LAST);
        }

        private static int stageOf(String word, boolean isDraft) {
            if (word == null) {
                return isDraft ? 0 : 4;
            }
            return switch (word.charAt(0)) {
                case 'a' -> 1;
                case 'b' -> 2;
                default -> 3;
            };
        }

        private static BigInteger number(String digits) {
            return digits == null || digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
        }

        private static List<BigInteger> releaseOf(String text) {
            List<BigInteger> numbers = new ArrayList<>();
            for (String part : text.split("\\.")) {
                numbers.add(new BigInteger(part));
            }
            while (numbers.size() > 1 && numbers.get(numbers.size() - 1).signum() == 0) {
                numbers.remove(numbers.size() - 1);
            }
            return numbers;
        }
    }

    private static int compareNumbers(List<BigInteger> one, List<BigInteger> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int result = one.get(i).compareTo(other.get(i));
            if (result != 0) {
                return result;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
