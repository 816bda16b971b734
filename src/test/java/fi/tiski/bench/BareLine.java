package fi.tiski.bench;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * The least there can be between a change and a screen: one {@code pg_notify}, one connection that listens, and the word
 * passed on to every WebSocket as it is. Nothing is gathered, read, checked or drawn.
 */
final class BareLine extends Endpoint {

    static final String PATH = "/bench/bare";

    private final Collection<Session> screens = new CopyOnWriteArrayList<>();
    private final Connection speaking;

    private BareLine(Connection speaking) {
        this.speaking = speaking;
    }

    static BareLine in(ServletWebServerApplicationContext context, JdbcConnectionDetails database) throws Exception {
        var line = new BareLine(connect(database));
        var container = (ServerContainer)
                Objects.requireNonNull(context.getServletContext()).getAttribute(ServerContainer.class.getName());
        container.addEndpoint(ServerEndpointConfig.Builder.create(BareLine.class, PATH)
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(line);
                    }
                })
                .build());
        var listening = connect(database);
        try (var statement = listening.createStatement()) {
            statement.execute("listen bench_bare");
        }
        Thread.ofPlatform().daemon().name("bench-bare").start(() -> line.hear(listening));
        return line;
    }

    void tell(String word) throws SQLException {
        try (var statement = speaking.prepareStatement("select pg_notify('bench_bare', ?)")) {
            statement.setString(1, word);
            statement.execute();
        }
    }

    private void hear(Connection listening) {
        try {
            var line = listening.unwrap(PGConnection.class);
            while (true) {
                var heard = line.getNotifications(0);
                for (var one : heard == null ? List.<PGNotification>of() : List.of(heard)) {
                    for (var screen : screens) {
                        screen.getBasicRemote().sendText(one.getParameter());
                    }
                }
            }
        } catch (SQLException | IOException ended) {
            // The server or a screen has gone: so has the measurement.
            System.err.println("The bare line has ended: " + ended.getMessage());
        }
    }

    private static Connection connect(JdbcConnectionDetails database) throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    @Override
    public void onOpen(Session screen, EndpointConfig config) {
        screens.add(screen);
    }

    @Override
    public void onClose(Session screen, CloseReason why) {
        screens.remove(screen);
    }
}
