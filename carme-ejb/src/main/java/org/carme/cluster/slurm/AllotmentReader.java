package org.carme.cluster.slurm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carme.cluster.Allotment;

/** Makes of Slurm's trackable resources (TRES) and array expressions what a job has or asks for. */
final class AllotmentReader {
    private static final String NODE = "node";
    private static final String CPU = "cpu";
    private static final String MEMORY = "mem";
    private static final String GPUS = "gres/gpu";
    private static final String TYPED = GPUS + ':';

    private static final Pattern COUNT = Pattern.compile("([a-z]+(?:/[^=]{1,80})?)=([0-9]{1,9})");
    private static final Pattern MEGABYTES = Pattern.compile("(?:^|,)mem=([0-9]{1,9}(?:\\.[0-9]{1,9})?)([KMGTP])");
    private static final String UNITS = "KMGTP";
    private static final int UNIT = 1024;
    private static final Pattern TASKS = Pattern.compile("([0-9]{1,9})(?:-([0-9]{1,9})(?::([0-9]{1,9}))?)?");

    private AllotmentReader() {}

    /** @param nodes that the job has; none while it waits: then Slurm's forecast of their number counts */
    static Allotment ofController(Fields job, List<String> nodes) {
        Map<String, Integer> granted = counts(job.text("tres_alloc_str"));
        boolean has = !nodes.isEmpty() && !granted.isEmpty();
        String tres = job.text(has ? "tres_alloc_str" : "tres_req_str");
        Map<String, Integer> counts = counts(tres);
        Map<String, Integer> detail = Gres.parse(job.texts("gres_detail").collect(Collectors.joining(",")));
        return new Allotment(
                job.text("account"),
                nodes.isEmpty() ? tasks(job.text("array_task_string")) : 1,
                nodes.isEmpty() ? Math.max(job.count("node_count"), counts.getOrDefault(NODE, 1)) : nodes.size(),
                counts.getOrDefault(CPU, 0),
                megabytes(tres),
                has && !detail.isEmpty() ? detail : accelerators(counts));
    }

    static Allotment ofAccounting(Fields job, List<String> nodes) {
        Fields tres = job.object("tres");
        Map<String, Integer> granted = counts(tres.objects("allocated"));
        Map<String, Integer> counts = granted.isEmpty() ? counts(tres.objects("requested")) : granted;
        int known = nodes.isEmpty() ? counts.getOrDefault(NODE, 1) : nodes.size();
        return new Allotment(
                job.text("account"),
                1,
                known,
                counts.getOrDefault(CPU, 0),
                counts.getOrDefault(MEMORY, 0),
                accelerators(counts));
    }

    private static long megabytes(String tres) {
        Matcher memory = MEGABYTES.matcher(tres);
        if (!memory.find()) {
            return 0;
        }
        double kilobytes = Double.parseDouble(memory.group(1)) * Math.pow(UNIT, UNITS.indexOf(memory.group(2)));
        return Math.round(kilobytes / UNIT);
    }

    /** Such as {@code cpu=2,node=1,gres/gpu=2,gres/gpu:a100=2}. */
    private static Map<String, Integer> counts(String tres) {
        Map<String, Integer> counts = new HashMap<>();
        for (String item : tres.split(",")) {
            Matcher count = COUNT.matcher(item);
            if (count.matches()) {
                counts.put(count.group(1), Integer.valueOf(count.group(2)));
            }
        }
        return counts;
    }

    private static Map<String, Integer> counts(List<Fields> tres) {
        Map<String, Integer> counts = new HashMap<>();
        for (Fields item : tres) {
            counts.put(name(item), item.count("count"));
        }
        return counts;
    }

    /** @return such as {@code node} or {@code gres/gpu:a100} */
    static String name(Fields tres) {
        String name = tres.text("name");
        return name.isEmpty() ? tres.text("type") : tres.text("type") + '/' + name;
    }

    /** The typed ones are part of the number of all. */
    private static Map<String, Integer> accelerators(Map<String, Integer> counts) {
        Map<String, Integer> accelerators = new HashMap<>();
        counts.forEach((name, count) -> {
            if (name.startsWith(TYPED) && count > 0) {
                accelerators.put(name.substring(TYPED.length()), count);
            }
        });
        int typed = accelerators.values().stream().mapToInt(Integer::intValue).sum();
        int open = counts.getOrDefault(GPUS, 0) - typed;
        if (open > 0) {
            accelerators.put(Allotment.ANY_TYPE, open);
        }
        return accelerators;
    }

    /** Such as {@code 3-9:2%4,12}; what Slurm cuts off ("...") cannot be counted. */
    private static int tasks(String expression) {
        long tasks = 0;
        for (String part : expression.replaceFirst("%[0-9]*$", "").split(",")) {
            Matcher range = TASKS.matcher(part);
            if (range.matches()) {
                tasks += size(range);
            }
        }
        return (int) Math.max(1, Math.min(tasks, Integer.MAX_VALUE));
    }

    private static long size(Matcher range) {
        if (range.group(2) == null) {
            return 1;
        }
        long step = range.group(3) == null ? 1 : Math.max(1, Long.parseLong(range.group(3)));
        return Math.max(0, Long.parseLong(range.group(2)) - Long.parseLong(range.group(1))) / step + 1;
    }
}
