package org.carme.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** How one kind of database is written to a file. */
interface Dump {
    /** @return the kind, as files say it */
    String kind();

    /** @return what names of files end with */
    String ending();

    /**
     * Writes what is committed, as of one moment.
     *
     * @param file in an empty folder of its own, in which there may be other files meanwhile
     * @param stopped asked now and then; the file is of no use once it said yes
     * @throws IOException if that cannot be written
     * @throws SQLException if the database does not do it
     */
    void write(Path file, BooleanSupplier stopped) throws IOException, SQLException;

    /**
     * Reads the file as a restore would.
     *
     * @param stopped asked now and then; what is returned is of no use once it said yes
     * @throws IOException if it cannot be read
     * @throws SQLException if it cannot be opened
     * @throws BackupFailedException if it is not whole
     */
    Contents read(Path file, BooleanSupplier stopped) throws IOException, SQLException;
}
