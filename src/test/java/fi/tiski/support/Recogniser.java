package fi.tiski.support;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/**
 * A speech recognition service as docs/captions.md has it, over WebSocket (RFC 6455). It hears that there is sound, and says
 * what a test wants it to have understood: a part of it while sound comes, and all of it some sound later.
 */
public final class Recogniser implements AutoCloseable {

    private static final String ACCEPT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LOUD = 1_000;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;

    /** One line to the service, from one window. */
    public static final class Heard {

        private volatile int rate;
        private volatile long samples;
        private volatile int loudest;
        private volatile int loudChunks;
        private volatile boolean ended;

        public int rate() {
            return rate;
        }

        public long samples() {
            return samples;
        }

        /** Of 16 bits. */
        public int loudest() {
            return loudest;
        }

        /** Whether the window said that no more comes, or has gone. */
        public boolean isOver() {
            return ended;
        }
    }

    private final ServerSocket door;
    private final List<Heard> lines = new CopyOnWriteArrayList<>();
    private final Collection<Socket> open = new CopyOnWriteArrayList<>();
    private volatile String understands = "hyvää huomenta";

    private Recogniser(ServerSocket door) {
        this.door = door;
    }

    public static Recogniser start() {
        try {
            var its = new Recogniser(new ServerSocket(0, 50, InetAddress.getByName("localhost")));
            Thread.ofVirtual().start(its::comeIn);
            return its;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public String address() {
        return "ws://localhost:" + door.getLocalPort();
    }

    /** From every line that has come so far, the first first. */
    public List<Heard> lines() {
        return List.copyOf(lines);
    }

    public void forget() {
        lines.clear();
    }

    public void understand(String words) {
        understands = words;
    }

    private void comeIn() {
        try {
            while (true) {
                var socket = door.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> listen(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void listen(Socket socket) {
        var heard = new Heard();
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            shakeHands(in, socket.getOutputStream());
            lines.add(heard);
            hear(in, socket.getOutputStream(), heard);
        } catch (SocketException gone) {
            // As windows go.
        } catch (IOException broken) {
            // As above.
        } finally {
            heard.ended = true;
        }
    }

    private static void shakeHands(DataInputStream in, OutputStream out) throws IOException {
        var key = "";
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
                key = line.substring(line.indexOf(':') + 1).strip();
            }
        }
        try {
            var hash = MessageDigest.getInstance("SHA-1").digest((key + ACCEPT).getBytes(StandardCharsets.US_ASCII));
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String line(DataInputStream in) throws IOException {
        var line = new StringBuilder();
        for (int letter = in.readUnsignedByte(); letter != '\n'; letter = in.readUnsignedByte()) {
            if (letter != '\r') {
                line.append((char) letter);
            }
        }
        return line.toString();
    }

    private void hear(DataInputStream in, OutputStream out, Heard heard) throws IOException {
        while (true) {
            var kind = in.readUnsignedByte() & 0xF;
            var body = body(in);
            if (kind == CLOSE) {
                return;
            }
            if (kind == TEXT) {
                var said = JSON.readTree(body);
                if (said.has("eof")) {
                    return;
                }
                heard.rate = said.path("config").path("sample_rate").asInt();
            } else if (kind == BINARY) {
                sound(body, heard);
                answer(out, heard);
            }
        }
    }

    private static byte[] body(DataInputStream in) throws IOException {
        var length = in.readUnsignedByte() & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        var mask = in.readNBytes(4);
        var body = in.readNBytes(length);
        for (int at = 0; at < body.length; at++) {
            body[at] ^= mask[at % 4];
        }
        return body;
    }

    private static void sound(byte[] body, Heard heard) {
        var samples = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        var loudest = 0;
        while (samples.hasRemaining()) {
            loudest = Math.max(loudest, Math.abs(samples.get()));
            heard.samples++;
        }
        heard.loudest = Math.max(heard.loudest, loudest);
        if (loudest > LOUD) {
            heard.loudChunks++;
        }
    }

    /** The first word at the first sound, everything at the next. */
    private void answer(OutputStream out, Heard heard) throws IOException {
        var words = understands;
        var isWhole = heard.loudChunks >= 2;
        var answer = heard.loudChunks == 0
                ? "{\"partial\": \"\"}"
                : isWhole
                        ? JSON.writeValueAsString(java.util.Map.of("text", words))
                        : JSON.writeValueAsString(java.util.Map.of("partial", words.split(" ")[0]));
        if (isWhole) {
            heard.loudChunks = 0;
        }
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        var frame = ByteBuffer.allocate(bytes.length + 2)
                .put((byte) (0x80 | TEXT))
                .put((byte) bytes.length)
                .put(bytes);
        synchronized (this) {
            out.write(frame.array());
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : open) {
            socket.close();
        }
    }
}
