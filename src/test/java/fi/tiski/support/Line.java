package fi.tiski.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A line to a server that can be cut, frozen and mended. Cut, it ends every connection and takes no new one; frozen, it
 * takes connections and carries nothing, and what was sent meanwhile arrives when it is mended.
 */
public final class Line implements AutoCloseable {

    private final int server;
    private final int port;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket open;
    private volatile CountDownLatch carries = new CountDownLatch(0);

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

    public void freeze() {
        carries = new CountDownLatch(1);
    }

    /** A line that is whole stays as it is. */
    public void mend() {
        carries.countDown();
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
            var bytes = new byte[8192];
            for (int many; (many = from.getInputStream().read(bytes)) >= 0; ) {
                carries.await();
                to.getOutputStream().write(bytes, 0, many);
            }
        } catch (IOException ended) {
            // One end has gone; the other goes with it.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    @Override
    public void close() {
        carries.countDown();
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
