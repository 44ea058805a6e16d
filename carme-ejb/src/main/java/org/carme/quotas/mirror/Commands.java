package org.carme.quotas.mirror;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carme.cluster.Association;
import org.carme.quotas.mirror.LimitLine.Step;

/** Differences as commands of {@code sacctmgr}, one for each association. */
final class Commands {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.@-]{1,64}");

    private Commands() {}

    /** @return whether the names mean nothing to a shell or to sacctmgr; Slurm knows no others in practice */
    static boolean canName(Association association) {
        return WORD.matcher(association.cluster()).matches()
                && WORD.matcher(association.account()).matches()
                && isWordOrNone(association.user())
                && isWordOrNone(association.partition());
    }

    private static boolean isWordOrNone(String name) {
        return name.isEmpty() || WORD.matcher(name).matches();
    }

    static List<String> of(List<LimitLine> lines) {
        Map<Association, List<LimitLine>> byAssociation = lines.stream()
                .filter(line -> line.step() != Step.KEPT)
                .collect(Collectors.groupingBy(LimitLine::association, LinkedHashMap::new, Collectors.toList()));
        return byAssociation.entrySet().stream()
                .map(entry -> of(entry.getKey()) + " set" + settings(entry.getValue()))
                .toList();
    }

    private static String of(Association association) {
        String account = "account=" + association.account() + " cluster=" + association.cluster();
        if (association.user().isEmpty()) {
            return "sacctmgr -i modify account where " + account.replaceFirst("account=", "name=");
        }
        String partition = association.partition().isEmpty() ? "" : " partition=" + association.partition();
        return "sacctmgr -i modify user where name=" + association.user() + ' ' + account + partition;
    }

    private static String settings(List<LimitLine> lines) {
        String jobs = lines.stream()
                .filter(line -> line.limit().isJobs())
                .map(line -> " GrpJobs=" + value(line))
                .collect(Collectors.joining());
        String resources = lines.stream()
                .filter(line -> !line.limit().isJobs())
                .map(line -> line.limit().resource() + '=' + value(line))
                .collect(Collectors.joining(","));
        return resources.isEmpty() ? jobs : jobs + " GrpTRES=" + resources;
    }

    /** Less than nothing means no limit. */
    private static long value(LimitLine line) {
        return line.wanted().orElse(-1L);
    }
}
