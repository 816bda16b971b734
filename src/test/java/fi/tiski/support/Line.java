package fi.tiski.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A line to a server that can be cut and mended: cut, it ends every connection and takes no new one. */
public final class Line implements AutoCloseable {

    private final int server;
    private final int port;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket open;

    /** @param server the port on this machine that the line leads to */
    public Line(int server) {
        this.server = server;
        this.port = listen(0);
    }

    /** Where the line begins; the same after it has been cut. */
    public int port() {
        return port;
    }

    public void cut() {
        close();
    }

    /** A line that is whole stays as it is. */
    public void mend() {
        var socket = open;
        if (socket == null || socket.isClosed()) {
            listen(port);
        }
    }

    private int listen(int wanted) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            open = socket;
            Thread.ofVirtual().start(() -> accept(socket));
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var here = socket.accept();
                var there = new Socket(InetAddress.getLoopbackAddress(), server);
                ends.add(here);
                ends.add(there);
                Thread.ofVirtual().start(() -> carry(here, there));
                Thread.ofVirtual().start(() -> carry(there, here));
            } catch (IOException cut) {
                // The loop asks whether that was us.
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // One end has gone; the other goes with it.
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    @Override
    public void close() {
        try {
            var socket = open;
            if (socket != null) {
                socket.close();
            }
            for (var end : ends) {
                end.close();
            }
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }
}
