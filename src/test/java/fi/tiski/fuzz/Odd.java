package fi.tiski.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What people do not type, and machines send. */
final class Odd {

    /** Would leave a mark in the window, and in an answer. */
    static final String SCRIPT = "<script>window.fuzzed=1</script>";

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\u0001\u0002\u001b[31m\u007f",
            "\r\n\r\nHTTP/1.1 200 OK\r\nSet-Cookie: a=b",
            "x".repeat(10_000),
            "ä".repeat(3_000),
            "\uD83D\uDC75\uD83C\uDFFD\u200D\u2640\uFE0F",
            "Дарья Ивановна",
            "\u202Eمرحبا\u202C \u2067שלום\u2069",
            "\uD800",
            "a\uDFFFb",
            "\uFFFE\uFFFF\uFEFF",
            "e\u0301\u0301\u0301".repeat(200),
            "ﷺ ½ Ⅷ ﬁ İ ß",
            SCRIPT,
            "\"><img src=x onerror=window.fuzzed=1>",
            "javascript:window.fuzzed=1",
            "{{7*7}}${7*7}#{7*7}<%= 7*7 %>",
            "' or '1'='1",
            "'; drop table case_record; --",
            "%' or 1=1 --",
            "%00",
            "%c0%af",
            "%ff",
            "%",
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "file:///etc/passwd",
            "${jndi:ldap://127.0.0.1:1/a}",
            "0",
            "-1",
            "2147483648",
            "9223372036854775808",
            "1e400",
            "NaN",
            "true",
            "null",
            "undefined",
            "[]",
            "{}",
            "00000000-0000-0000-0000-000000000000",
            "not-a-uuid",
            "0001-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "-1000000000-01-01T00:00:00Z",
            "2026-02-30",
            "25:61",
            "+358",
            "+35841555019900000000",
            "112",
            "041 555 0199",
            "K7W3PD",
            "fi-simple",
            "tlh",
            "keskusta-1",
            "keskusta",
            "a&b=c;d#e?f",
            "a/b//c/./../d",
            "trouble",
            "{0,choice,0#x}",
            "%s%n%d%x",
            "Aune Mäkinen");

    private final Random random;

    /** Try number {@code number} of that seed, whichever tries came before. */
    Odd(long seed, int number) {
        this.random = new Random(seed * 1_000_003 + number);
    }

    static long seed() {
        return Long.getLong("tiski.fuzz.seed", 20_261_122);
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** As typed, or as stored by a bad client. */
    String value() {
        return switch (random.nextInt(6)) {
            case 0 -> noise(1 + random.nextInt(40));
            case 1 -> of(VALUES) + of(VALUES);
            default -> of(VALUES);
        };
    }

    /** In an address: now and then cut off, doubled or not encoded at all. */
    String inAddress() {
        var value = value();
        if (value.length() > 300) {
            value = value.substring(0, 300);
        }
        var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return switch (random.nextInt(8)) {
            case 0 -> encoded.replace("%", "%25");
            case 1 -> encoded.length() > 2 ? encoded.substring(0, encoded.length() - 1) : encoded;
            case 2 -> value.replaceAll("[\\s\\x00-\\x1f\\x7f-\\uffff]", "_");
            default -> encoded;
        };
    }

    private String noise(int length) {
        var noise = new StringBuilder();
        for (int i = 0; i < length; i++) {
            noise.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
        }
        return noise.toString();
    }
}
