package fi.tiski.kiosk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A receipt printer on the network, as far as ESC/POS says what one answers: DLE EOT n at once, GS r 1 in its turn. What is
 * neither is on its paper.
 */
final class PlayedPrinter implements AutoCloseable {

    enum State {
        READY(0x12, 0x12, 0x12),
        PAPER_LOW(0x12, 0x12, 0x1e),
        PAPER_OUT(0x1a, 0x32, 0x7e),
        COVER_OPEN(0x1a, 0x16, 0x12),
        OFFLINE(0x1a, 0x12, 0x12),
        DUMB(-1, -1, -1);

        private final int printer;
        private final int offline;
        private final int paper;

        State(int printer, int offline, int paper) {
            this.printer = printer;
            this.offline = offline;
            this.paper = paper;
        }
    }

    private final ServerSocket door;
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
    private final AtomicReference<State> state = new AtomicReference<>(State.READY);
    private final AtomicReference<Runnable> after = new AtomicReference<>(() -> {});

    PlayedPrinter() {
        try {
            door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) {
                // One at a time, as real ones do.
                try (var line = door.accept()) {
                    serve(line);
                } catch (IOException next) {
                    // Whoever it was has gone.
                }
            }
        });
    }

    String where() {
        return "tcp:127.0.0.1:" + door.getLocalPort();
    }

    void is(State now) {
        state.set(now);
    }

    /** It gets into this state with the next thing that it prints. */
    void willBe(State then) {
        after.set(() -> state.set(then));
    }

    byte[] paper() {
        synchronized (paper) {
            return paper.toByteArray();
        }
    }

    private void serve(Socket line) throws IOException {
        var in = line.getInputStream();
        for (int first = in.read(); first >= 0; first = in.read()) {
            if (first == 0x10) {
                in.read();
                var kind = in.read();
                var now = state.get();
                answer(line, kind == 1 ? now.printer : kind == 2 ? now.offline : now.paper);
            } else if (first == 0x1d) {
                var second = in.read();
                if (second == 'r') {
                    in.read();
                    answer(line, state.get() == State.READY || state.get() == State.PAPER_LOW ? 0x00 : -1);
                } else {
                    printed(first, second);
                }
            } else {
                printed(first);
            }
        }
    }

    private void answer(Socket line, int answer) throws IOException {
        if (answer >= 0) {
            line.getOutputStream().write(answer);
        }
    }

    private void printed(int... bytes) {
        synchronized (paper) {
            for (var each : bytes) {
                paper.write(each);
            }
        }
        after.getAndSet(() -> {}).run();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
