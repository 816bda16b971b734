package fi.tiski.platform.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Whether something failed because the database is not there, which is nobody's defect and passes. */
public final class Outage {

    private Outage() {}

    /**
     * True where the connection is the cause: none to be had, lost (SQLSTATE class 08), refused because there are too many
     * (53300), or ended by a server that shuts down or starts up (57P01 to 57P03). A rollback that fails on a lost
     * connection hides what failed before it, so both are looked at.
     */
    public static boolean isBehind(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && isConnection(sql)
                    || cause instanceof TransactionSystemException hiding
                            && isBehind(hiding.getApplicationException())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConnection(SQLException failed) {
        // Of a connection that it has given up, and of itself once the application stops, the pool says no more than
        // these words: a plain SQLException without a state.
        var words = String.valueOf(failed.getMessage());
        return isConnection(failed.getSQLState())
                || words.equals("Connection is closed")
                || words.startsWith("HikariDataSource") && words.endsWith("has been closed.");
    }

    private static boolean isConnection(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0") || state.equals("53300"));
    }
}
