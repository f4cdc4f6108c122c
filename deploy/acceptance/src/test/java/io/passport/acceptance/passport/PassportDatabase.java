package io.passport.acceptance.passport;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Direct access to the accounts in MariaDB.
 *
 * @param port of MariaDB
 */
public record PassportDatabase(int port) {

    /** Deletes an account whose real name is not verified. */
    public void deleteAccount(long id) {
        change("DELETE FROM account WHERE id = ?", id);
    }

    /** Moves the last sign-in of an account into the past by this time. */
    public void leaveUnused(long id, Duration time) {
        change(
                "UPDATE account SET created_at = ?, signed_in_at = created_at WHERE id = ?",
                LocalDateTime.now(ZoneOffset.UTC).minus(time),
                id);
    }

    /** Sets an account's password hash. */
    public void setPasswordHash(long id, String hash) {
        change("UPDATE account SET password_hash = ? WHERE id = ?", hash, id);
    }

    /** The hash of an account's password. */
    public String passwordHash(long id) {
        try (Connection connection = connect();
                PreparedStatement query =
                        connection.prepareStatement("SELECT password_hash FROM account WHERE id = ?")) {
            query.setLong(1, id);
            ResultSet rows = query.executeQuery();
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                update.setObject(i + 1, parameters[i]);
            }
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("No such account: " + Arrays.toString(parameters));
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
