package fi.tiski.bench;

import fi.tiski.platform.ids.Ids;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one thing that a service did, recorded from the service itself, to be played again by bare JDBC with
 * other values: so the two never drift apart, whatever the service comes to do.
 *
 * <p>Played again, a value that was given from outside is the caller's of now; one that an earlier statement had
 * answered is taken from what that statement answers now; an identifier that the service had made is made anew; the rest
 * stays as it was. Transactions begin and end where they did, and every answer is read whole.
 */
final class Tape {

    private final List<Step> steps;
    private final int made;

    private Tape(List<Step> steps, int made) {
        this.steps = steps;
        this.made = made;
    }

    /** What was seen at the recording, in order. */
    sealed interface Seen {

        /** {@code commit}, {@code setAutoCommit} and the like. */
        record Control(Method method, Object @Nullable [] arguments) implements Seen {}

        /** @param columns in which column of the answer a value stood first */
        record Query(String sql, List<Bound> bound, Map<String, Integer> columns) implements Seen {}

        /** A setter of a statement, and what it was given: first the position, then the value. */
        record Bound(Method setter, Object[] arguments) {}
    }

    private sealed interface Step {
        record Control(Method method, Object @Nullable [] arguments) implements Step {}

        record Query(String sql, List<Setting> settings) implements Step {}
    }

    /** @param pieces of which the value is put together; empty where it stays as it was */
    private record Setting(Method setter, Object[] arguments, List<Piece> pieces) {}

    private sealed interface Piece {
        record Text(String text) implements Piece {}

        record Given(String role) implements Piece {}

        record Made(int which) implements Piece {}

        record Answered(int step, int column) implements Piece {}
    }

    /**
     * @param constants identifiers that stay as they are, such as the organisation's
     * @param roles values that were given from outside, as they are written in a statement, and the name of each
     */
    static Tape of(List<Seen> seen, Set<String> constants, Map<String, String> roles) {
        return new Writing(constants, roles).write(seen);
    }

    int statements() {
        return (int) steps.stream().filter(Step.Query.class::isInstance).count();
    }

    int transactions() {
        return (int) steps.stream()
                .filter(step -> step instanceof Step.Control control
                        && control.method().getName().equals("commit"))
                .count();
    }

    /** Plays it once. {@code given} has the value of each role now. */
    void play(Connection connection, Map<String, String> given) throws SQLException {
        new Playing(given).play(connection);
    }

    static @Nullable Object invoke(Method method, Object target, Object @Nullable [] arguments) throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (IllegalAccessException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static final class Writing {

        private final Set<String> constants;
        private final Map<String, String> roles;
        private final Map<String, Piece> origins = new HashMap<>();
        private final Pattern variable;
        private int made;

        Writing(Set<String> constants, Map<String, String> roles) {
            this.constants = constants;
            this.roles = roles;
            var all = new ArrayList<String>();
            roles.keySet().forEach(value -> all.add(Pattern.quote(value)));
            all.add("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
            variable = Pattern.compile(String.join("|", all));
        }

        Tape write(List<Seen> seen) {
            var steps = new ArrayList<Step>();
            for (var one : seen) {
                steps.add(
                        switch (one) {
                            case Seen.Control(var method, var arguments) -> new Step.Control(method, arguments);
                            case Seen.Query query -> query(query, steps.size());
                        });
            }
            return new Tape(steps, made);
        }

        private Step query(Seen.Query query, int step) {
            var settings = query.bound().stream().map(this::setting).toList();
            query.columns().forEach((value, column) -> origins.putIfAbsent(value, new Piece.Answered(step, column)));
            return new Step.Query(query.sql(), settings);
        }

        private Setting setting(Seen.Bound bound) {
            var value = bound.arguments()[1];
            var pieces = value instanceof String || value instanceof UUID ? pieces(value.toString()) : List.<Piece>of();
            var stays = pieces.stream().allMatch(Piece.Text.class::isInstance);
            return new Setting(bound.setter(), bound.arguments(), stays ? List.of() : pieces);
        }

        private List<Piece> pieces(String text) {
            var pieces = new ArrayList<Piece>();
            var end = 0;
            var found = variable.matcher(text);
            while (found.find()) {
                pieces.add(new Piece.Text(text.substring(end, found.start())));
                pieces.add(origin(found.group()));
                end = found.end();
            }
            pieces.add(new Piece.Text(text.substring(end)));
            return pieces;
        }

        private Piece origin(String value) {
            var role = roles.get(value);
            if (role != null) {
                return new Piece.Given(role);
            }
            return constants.contains(value)
                    ? new Piece.Text(value)
                    : origins.computeIfAbsent(value, anew -> new Piece.Made(made++));
        }
    }

    private final class Playing {

        private final Map<String, String> given;
        private final @Nullable String[] makes = new String[made];
        private final List<@Nullable String @Nullable []> answers = new ArrayList<>();

        Playing(Map<String, String> given) {
            this.given = given;
        }

        void play(Connection connection) throws SQLException {
            for (var step : steps) {
                switch (step) {
                    case Step.Control(var method, var arguments) -> {
                        invoke(method, connection, arguments);
                        answers.add(null);
                    }
                    case Step.Query query -> answers.add(send(connection, query));
                }
            }
        }

        /** Any one row of the answer: where a service chooses, it chooses by lot. */
        private @Nullable String @Nullable [] send(Connection connection, Step.Query query) throws SQLException {
            try (var statement = connection.prepareStatement(query.sql())) {
                for (var setting : query.settings()) {
                    bind(statement, setting);
                }
                if (!statement.execute()) {
                    return null;
                }
                try (var result = statement.getResultSet()) {
                    return read(result);
                }
            }
        }

        private void bind(PreparedStatement statement, Setting setting) throws SQLException {
            if (setting.pieces().isEmpty()) {
                invoke(setting.setter(), statement, setting.arguments());
                return;
            }
            var value = new StringBuilder();
            setting.pieces().forEach(piece -> value.append(text(piece)));
            var arguments = setting.arguments().clone();
            arguments[1] = arguments[1] instanceof UUID ? UUID.fromString(value.toString()) : value.toString();
            invoke(setting.setter(), statement, arguments);
        }

        private @Nullable String text(Piece piece) {
            return switch (piece) {
                case Piece.Text(var text) -> text;
                case Piece.Given(var role) -> given.get(role);
                case Piece.Made(var which) -> {
                    if (makes[which] == null) {
                        makes[which] = Ids.next().toString();
                    }
                    yield makes[which];
                }
                case Piece.Answered(var step, var column) -> {
                    var row = answers.get(step);
                    if (row == null) {
                        throw new IllegalStateException("What was answered at the recording is not answered now");
                    }
                    yield row[column];
                }
            };
        }

        private static @Nullable String @Nullable [] read(ResultSet result) throws SQLException {
            var columns = result.getMetaData().getColumnCount();
            var rows = new ArrayList<@Nullable String[]>();
            while (result.next()) {
                var row = new @Nullable String[columns];
                for (int column = 0; column < columns; column++) {
                    row[column] = result.getString(column + 1);
                }
                rows.add(row);
            }
            return rows.isEmpty() ? null : rows.get(ThreadLocalRandom.current().nextInt(rows.size()));
        }
    }
}
