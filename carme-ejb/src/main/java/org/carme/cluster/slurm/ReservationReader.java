package org.carme.cluster.slurm;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carme.cluster.Reservation;
import org.carme.cluster.slurm.AnswerReader.Items;

/** Makes reservations of what the controller says of them; those without an end last for ever. */
final class ReservationReader {
    private static final Set<String> RESERVATION =
            Set.of("name", "start_time", "end_time", "node_list", "tres", "flags");
    private static final Pattern CPUS = Pattern.compile("(?:^|,)cpu=([0-9]{1,9})(?:,|$)");

    private ReservationReader() {}

    static Items reservations(Consumer<Reservation> each) {
        return new Items("reservations", RESERVATION, fields -> each.accept(reservation(fields)));
    }

    private static Reservation reservation(Fields reservation) {
        Matcher cpus = CPUS.matcher(reservation.text("tres"));
        return new Reservation(
                reservation.text("name"),
                reservation.time("start_time").orElse(Instant.EPOCH),
                reservation.time("end_time").orElse(Instant.ofEpochMilli(Long.MAX_VALUE)),
                NodeList.expand(reservation.text("node_list")),
                cpus.find() ? Integer.parseInt(cpus.group(1)) : 0,
                reservation.words("flags").contains("MAINT"));
    }
}
