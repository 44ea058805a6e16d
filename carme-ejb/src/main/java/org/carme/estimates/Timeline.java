package org.carme.estimates;

import java.util.Arrays;
import java.util.List;
import org.carme.cluster.Node;

/**
 * What of a node is free, from now on for ever: steps, each until the next begins. Times are epoch milliseconds and amounts
 * arrays, because there are many and a plan looks at all of them again and again.
 */
final class Timeline {
    static final long EVER = Long.MAX_VALUE;

    private final Node node;
    private final int kind;
    private final List<String> types;
    private long[] begins;
    private long[][] free;
    private int size = 1;

    /** @param kind the same for nodes with the same accelerators */
    Timeline(Node node, int kind, long now) {
        this.node = node;
        this.kind = kind;
        this.types = List.copyOf(node.accelerators().keySet());
        this.begins = new long[] {now};
        this.free = new long[][] {everything()};
    }

    Node node() {
        return node;
    }

    int kind() {
        return kind;
    }

    /** @return what the node has */
    long[] everything() {
        long[] amounts = cpus(node.cpus());
        amounts[1] = node.memoryMegabytes();
        for (int i = 0; i < types.size(); i++) {
            amounts[2 + i] = node.count(types.get(i));
        }
        return amounts;
    }

    /** @return so many CPUs and nothing else */
    long[] cpus(int count) {
        long[] amounts = new long[2 + types.size()];
        amounts[0] = count;
        return amounts;
    }

    /** @return what the scheduler says is in use */
    long[] inUse() {
        long[] amounts = cpus(node.cpusInUse());
        amounts[1] = node.memoryInUseMegabytes();
        for (int i = 0; i < types.size(); i++) {
            amounts[2 + i] = node.inUse(types.get(i));
        }
        return amounts;
    }

    /** @return empty if the node has not all of the types */
    long[] amounts(Share share) {
        Share own = share.on(node);
        if (!types.containsAll(own.accelerators().keySet())) {
            return new long[0];
        }
        long[] amounts = cpus(own.cpus());
        amounts[1] = own.megabytes();
        for (int i = 0; i < types.size(); i++) {
            amounts[2 + i] = own.accelerators().getOrDefault(types.get(i), 0);
        }
        return amounts;
    }

    /** Takes so much from one time to another, at most what is there. */
    void take(long from, long to, long... amounts) {
        if (from >= to || to <= begins[0]) {
            return;
        }
        int first = split(Math.max(from, begins[0]));
        int last = to == EVER ? size : split(to);
        for (int step = first; step < last; step++) {
            for (int i = 0; i < amounts.length; i++) {
                free[step][i] = Math.max(0, free[step][i] - amounts[i]);
            }
        }
    }

    /** @return when something that needs so much for so long may begin, not before that time; {@link #EVER}: never */
    long earliest(long after, long length, long... amounts) {
        long begin = EVER;
        for (int step = at(after); step < size; step++) {
            if (!fits(step, amounts)) {
                begin = EVER;
                continue;
            }
            begin = Math.min(begin, Math.max(begins[step], after));
            if (step + 1 == size || begins[step + 1] - begin >= length) {
                return begin;
            }
        }
        return EVER;
    }

    /** @return how many accelerators and CPUs would be left over at that time, the fewer the better it fits */
    long left(long time) {
        int step = at(time);
        long accelerators = 0;
        for (int i = 2; i < free[step].length; i++) {
            accelerators += free[step][i];
        }
        return (accelerators << 32) + free[step][0];
    }

    private boolean fits(int step, long... amounts) {
        if (amounts.length == 0) {
            return false;
        }
        for (int i = 0; i < amounts.length; i++) {
            if (free[step][i] < amounts[i]) {
                return false;
            }
        }
        return true;
    }

    private int at(long time) {
        int found = Arrays.binarySearch(begins, 0, size, time);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** @return the step that begins at that time, made if need be */
    private int split(long time) {
        int step = at(time);
        if (begins[step] == time) {
            return step;
        }
        if (size == begins.length) {
            begins = Arrays.copyOf(begins, size * 2);
            free = Arrays.copyOf(free, size * 2);
        }
        System.arraycopy(begins, step + 1, begins, step + 2, size - step - 1);
        System.arraycopy(free, step + 1, free, step + 2, size - step - 1);
        begins[step + 1] = time;
        free[step + 1] = free[step].clone();
        size++;
        return step + 1;
    }
}
