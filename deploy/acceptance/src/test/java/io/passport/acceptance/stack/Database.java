package io.passport.acceptance.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The accounts behind the service's back.
 *
 * @param port MariaDB's
 */
public record Database(int port) {

    /** Removes an account as if it had never been; one that is not verified. */
    public void deleteAccount(long id) {
        try (Connection connection = connect();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM account WHERE id = ?")) {
            delete.setLong(1, id);
            if (delete.executeUpdate() != 1) {
                throw new IllegalStateException("No account " + id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + port + "/passport?connectTimeout=2000&socketTimeout=5000",
                "passport",
                "local-only-passport-database");
    }
}
