package org.carme.system;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A disk in the place of the usual portal's backups, with one of them and no room for another. Nobody else sees it. */
final class SmallDisk implements AutoCloseable {
    private static final String PLACE = "/srv/portal/data/backups";
    private static final String MADE = "/srv/portal/data/small";
    private static final String PORTAL = "6900";
    private static final long SPARE = 32 << 10;

    private final String process = Long.toString(Portal.process(Map.of()));

    /** @param backup its name */
    SmallDisk(String backup) throws IOException {
        long size = SPARE + Files.size(NoBackups.FOLDER.resolve(backup));
        inside("mkdir", MADE);
        inside(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "mode=700,uid=" + PORTAL + ",gid=" + PORTAL + ",size=" + size,
                "small",
                MADE);
        inside("cp", "-p", PLACE + "/" + backup, PLACE + "/" + backup + ".sha256", MADE);
        inside("mount", "--bind", MADE, PLACE);
        inside("umount", MADE);
        inside("rmdir", MADE);
    }

    void grow() {
        inside("mount", "-o", "remount,size=64m", PLACE);
    }

    /** @return whatever is on it, hidden or not */
    List<String> names() {
        return inside("ls", "-A", PLACE).lines().toList();
    }

    private String inside(String... command) {
        List<String> line = new ArrayList<>(List.of("nsenter", "--mount", "--target", process));
        line.addAll(List.of(command));
        return Command.run(Map.of(), line.toArray(String[]::new));
    }

    @Override
    public void close() {
        inside("umount", "--lazy", PLACE);
    }
}
