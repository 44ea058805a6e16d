package org.carme.rest.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.carme.cluster.ClusterStatus;
import org.carme.users.DirectoryService;

/** Asks every part that the portal needs whether it answers. */
@ApplicationScoped
class HealthCheck {
    private static final Logger LOG = System.getLogger(HealthCheck.class.getName());
    private static final int SECONDS = 2;

    @Resource(lookup = "jdbc/carme")
    private DataSource dataSource;

    @Inject
    ClusterStatus cluster;

    @Inject
    DirectoryService directory;

    HealthDto look() {
        return HealthDto.of(databaseAnswers(), cluster.picture().reachable(), directory.isReachable());
    }

    private boolean databaseAnswers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", e.getMessage());
            return false;
        }
    }
}
