package fi.tiski.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP/1.1 by hand: well-behaved clients refuse to send what is sent here. */
final class Wire {

    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;
    private String cookie = "";

    Wire(int port) {
        this.port = port;
    }

    /** What came back; status 0 when the server hung up without a word. */
    record Answer(int status, Map<String, String> headers, String body) {

        boolean isPage() {
            return headers.getOrDefault("content-type", "").contains("html");
        }
    }

    void forgetCookie() {
        cookie = "";
    }

    /** {@code headers} are whole lines, each with its line end. */
    Answer send(String method, String target, String headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n")
                + headers
                + (bytes.length > 0 || method.equals("POST") ? "Content-Length: " + bytes.length + "\r\n" : "")
                + "\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.flush();
            return read(new BufferedInputStream(socket.getInputStream()));
        } catch (java.net.SocketException hungUp) {
            return new Answer(0, Map.of(), "");
        } catch (IOException broken) {
            throw new AssertionError("No answer to " + method + " " + target, broken);
        }
    }

    private Answer read(InputStream in) throws IOException {
        var first = line(in);
        if (first.isEmpty()) {
            return new Answer(0, Map.of(), "");
        }
        var headers = new TreeMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                var value = line.substring(colon + 1).strip();
                headers.put(name, value);
                if (name.equals("set-cookie") && value.startsWith("tiski=")) {
                    cookie = value.replaceFirst(";.*", "");
                }
            }
        }
        var body = "chunked".equals(headers.get("transfer-encoding")) ? chunks(in) : in.readAllBytes();
        return new Answer(Integer.parseInt(first.split(" ")[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = size(in); size > 0; size = size(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        var line = line(in);
        return line.isEmpty() ? 0 : Integer.parseInt(line.strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            if (one != '\r') {
                line.write(one);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
