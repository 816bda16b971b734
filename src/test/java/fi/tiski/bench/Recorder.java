package fi.tiski.bench;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Passes everything on; while a thread records, it writes down what that thread sends and what is answered. */
final class Recorder extends DelegatingDataSource {

    private static final Set<String> CONTROLS = Set.of("setAutoCommit", "commit", "rollback", "setReadOnly");

    private final ThreadLocal<@Nullable List<Tape.Seen>> tape = new ThreadLocal<>();

    Recorder(DataSource pool) {
        super(pool);
    }

    DataSource pool() {
        return Objects.requireNonNull(getTargetDataSource());
    }

    /** Records what this thread does in {@code act}; for the rest see {@link Tape#of}. */
    Tape record(Callable<?> act, Set<String> constants, Map<String, String> roles) throws Exception {
        var seen = new ArrayList<Tape.Seen>();
        tape.set(seen);
        try {
            act.call();
        } finally {
            tape.remove();
        }
        return Tape.of(seen, constants, roles);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        var seen = tape.get();
        return seen == null ? connection : listenTo(connection, seen);
    }

    private static Connection listenTo(Connection connection, List<Tape.Seen> seen) {
        return proxy(Connection.class, (method, arguments) -> {
            if (CONTROLS.contains(method.getName())) {
                seen.add(new Tape.Seen.Control(method, arguments));
            }
            var answer = Tape.invoke(method, connection, arguments);
            return answer instanceof PreparedStatement statement && arguments != null
                    ? listenTo(statement, (String) arguments[0], seen)
                    : answer;
        });
    }

    private static PreparedStatement listenTo(PreparedStatement statement, String sql, List<Tape.Seen> seen) {
        var bound = new ArrayList<Tape.Seen.Bound>();
        var columns = new HashMap<String, Integer>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            var name = method.getName();
            if (name.startsWith("set") && arguments != null && arguments.length > 1) {
                bound.add(new Tape.Seen.Bound(method, arguments.clone()));
            }
            var answer = Tape.invoke(method, statement, arguments);
            if (name.startsWith("execute")) {
                // Read after the statement was sent: the columns fill while the answer is read.
                seen.add(new Tape.Seen.Query(sql, List.copyOf(bound), columns));
            }
            return answer instanceof ResultSet rows ? listenTo(rows, columns) : answer;
        });
    }

    private static ResultSet listenTo(ResultSet rows, Map<String, Integer> columns) {
        return proxy(ResultSet.class, (method, arguments) -> {
            var value = Tape.invoke(method, rows, arguments);
            if (value != null
                    && method.getName().startsWith("get")
                    && arguments != null
                    && arguments[0] instanceof Integer column) {
                columns.putIfAbsent(value.toString(), column - 1);
            }
            return value;
        });
    }

    private interface Call {
        @Nullable
        Object invoke(Method method, Object @Nullable [] arguments) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.invoke(method, arguments)));
    }
}
