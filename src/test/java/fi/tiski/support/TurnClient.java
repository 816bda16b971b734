package fi.tiski.support;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** As much of TURN (RFC 8656, on STUN, RFC 8489) as it takes to ask a relay on this machine whether it would. By UDP. */
public final class TurnClient implements AutoCloseable {

    /** What a request comes to that the relay grants. */
    public static final int GRANTED = 0;

    public static final int UNAUTHORIZED = 401;
    public static final int FORBIDDEN = 403;

    private static final int COOKIE = 0x2112A442;
    private static final int HEADER = 20;
    private static final int ALLOCATE = 0x0003;
    private static final int CREATE_PERMISSION = 0x0008;
    private static final int IS_GRANTED = 0x0100;
    private static final int IS_REFUSED = 0x0110;
    private static final int USERNAME = 0x0006;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int ERROR_CODE = 0x0009;
    private static final int XOR_PEER_ADDRESS = 0x0012;
    private static final int REALM = 0x0014;
    private static final int NONCE = 0x0015;
    private static final int REQUESTED_TRANSPORT = 0x0019;
    private static final byte[] BY_UDP = {17, 0, 0, 0};
    private static final int TRIES = 25;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DatagramSocket socket;
    private final int port;
    private String username = "";
    private byte[] key = {};
    private Map<Integer, byte[]> last = Map.of();

    /** @param patience before a request that was lost is sent once more */
    public TurnClient(int port, Duration patience) throws IOException {
        this.port = port;
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout((int) patience.toMillis());
    }

    /** Asks for an address at the relay: {@link #GRANTED}, or the number of the refusal. */
    public int allocate(String name, String password) throws IOException {
        var transport = Map.of(REQUESTED_TRANSPORT, BY_UDP);
        if (ask(ALLOCATE, transport, false) != UNAUTHORIZED) {
            throw new IOException("A relay that does not ask who is there");
        }
        username = name;
        key = md5(name + ":" + text(REALM) + ":" + password);
        return ask(ALLOCATE, transport, true);
    }

    /** After {@link #allocate}: asks whether the relay would talk to that IPv4 address. Nothing is sent there. */
    public int permit(String peer) throws IOException {
        var address = InetAddress.getByName(peer).getAddress();
        var value = ByteBuffer.allocate(8)
                .putShort((short) 1)
                .putShort((short) (9 ^ COOKIE >>> 16))
                .putInt(ByteBuffer.wrap(address).getInt() ^ COOKIE);
        return ask(CREATE_PERMISSION, Map.of(XOR_PEER_ADDRESS, value.array()), true);
    }

    private int ask(int method, Map<Integer, byte[]> attributes, boolean signed) throws IOException {
        var id = new byte[12];
        RANDOM.nextBytes(id);
        var request = request(method, id, attributes, signed);
        for (int tried = 0; tried < TRIES; tried++) {
            socket.send(new DatagramPacket(request, request.length, InetAddress.getLoopbackAddress(), port));
            try {
                return answer(method, id);
            } catch (SocketTimeoutException lost) {
                // Sent once more.
            }
        }
        throw new IOException("No relay answers");
    }

    private int answer(int method, byte[] id) throws IOException {
        while (true) {
            var packet = new DatagramPacket(new byte[2048], 2048);
            socket.receive(packet);
            var message = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
            int kind = message.getShort();
            message.position(8);
            var its = new byte[12];
            message.get(its);
            if (!MessageDigest.isEqual(id, its)) {
                continue;
            }
            var attributes = attributes(message);
            if (kind == (method | IS_GRANTED)) {
                return GRANTED;
            }
            if (kind == (method | IS_REFUSED)) {
                if (attributes.containsKey(NONCE)) {
                    last = attributes;
                }
                var code = attributes.get(ERROR_CODE);
                return code == null ? -1 : code[2] * 100 + code[3];
            }
            throw new IOException("Not an answer: " + kind);
        }
    }

    private static Map<Integer, byte[]> attributes(ByteBuffer message) {
        var attributes = new HashMap<Integer, byte[]>();
        while (message.remaining() >= 4) {
            int type = message.getShort() & 0xffff;
            var value = new byte[message.getShort() & 0xffff];
            message.get(value);
            attributes.put(type, value);
            message.position(Math.min(message.limit(), message.position() + padding(value.length)));
        }
        return attributes;
    }

    private byte[] request(int method, byte[] id, Map<Integer, byte[]> attributes, boolean signed) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var attribute : attributes.entrySet()) {
            write(body, attribute.getKey(), attribute.getValue());
        }
        if (!signed) {
            return whole(method, id, body.toByteArray(), body.size());
        }
        write(body, USERNAME, username.getBytes(StandardCharsets.UTF_8));
        write(body, REALM, last.getOrDefault(REALM, new byte[0]));
        write(body, NONCE, last.getOrDefault(NONCE, new byte[0]));
        // Its own length counts in what it signs.
        int length = body.size() + 24;
        write(body, MESSAGE_INTEGRITY, hmac(whole(method, id, body.toByteArray(), length)));
        return whole(method, id, body.toByteArray(), length);
    }

    private static byte[] whole(int method, byte[] id, byte[] body, int length) {
        return ByteBuffer.allocate(HEADER + body.length)
                .putShort((short) method)
                .putShort((short) length)
                .putInt(COOKIE)
                .put(id)
                .put(body)
                .array();
    }

    private static void write(ByteArrayOutputStream into, int type, byte[] value) throws IOException {
        var out = new DataOutputStream(into);
        out.writeShort(type);
        out.writeShort(value.length);
        out.write(value);
        out.write(new byte[padding(value.length)]);
    }

    private static int padding(int length) {
        return (4 - length % 4) % 4;
    }

    private String text(int attribute) {
        return new String(last.getOrDefault(attribute, new byte[0]), StandardCharsets.UTF_8);
    }

    private byte[] hmac(byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] md5(String words) {
        try {
            return MessageDigest.getInstance("MD5").digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
