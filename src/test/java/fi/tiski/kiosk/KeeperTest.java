package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kiosk's keeper, between a page and a service. */
class KeeperTest {

    private static final String KEY = "a-key-that-nobody-guesses";
    private static final UUID P1 = UUID.randomUUID();
    private static final UUID P2 = UUID.randomUUID();
    private static final UUID P3 = UUID.randomUUID();
    private static final Pattern NUMBER = Pattern.compile("\"number\": ?(\\d+)");

    private final PlayedService service = new PlayedService();

    @TempDir
    Path folder;

    private Keeper keeper;

    @BeforeEach
    void begin() {
        heartbeatIsAnswered("", 900, 929);
        service.answer("/device/arrive", 200, "{\"ticket\":\"once\",\"kiosk\":\"keskusta\"}");
        keeper = new Keeper(folder, service.address());
        keeper.seesTheServiceAs("there");
    }

    @AfterEach
    void end() {
        if (keeper != null) {
            keeper.close();
        }
        service.close();
    }

    @Test
    void strangersAreToldNothing() {
        for (var asked : List.of(
                "POST /arrive",
                "POST /arrive Origin: null",
                "POST /arrive Origin: http://localhost:1",
                "GET /away Origin: https://elsewhere.example",
                "GET /away Host: elsewhere.example",
                "GET /away Host: localhost:7979",
                "POST /number",
                "PUT /key",
                "OPTIONS /print Origin: https://elsewhere.example")) {
            var parts = asked.split(" ", 3);
            var answer = keeper.ask(parts[0], parts[1], "{}", parts.length > 2 ? parts[2] + "\r\n" : "");
            assertThat(answer.status()).as(asked).isEqualTo(403);
            assertThat(answer.head()).as(asked).doesNotContain("Access-Control-Allow");
            assertThat(answer.body()).as(asked).isEmpty();
        }
    }

    @Test
    void aPageOfTheServiceIsLetInFromItsOwnNetwork() {
        var answer = keeper.ask(
                "OPTIONS",
                "/print",
                "",
                "Origin: " + service.address() + "\r\nAccess-Control-Request-Private-Network: true\r\n");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.head())
                .contains(
                        "Access-Control-Allow-Origin: " + service.address() + "\r\n",
                        "Access-Control-Allow-Private-Network: true",
                        "Cache-Control: no-store");
    }

    @Test
    void nothingLiesBesideItsOwnPage() {
        assertThat(keeper.get("/").body()).contains("<main hidden");
        for (var path :
                List.of("/../keeper.json", "/%2e%2e/keeper.json", "//etc/passwd", "/index.html/", "/away.js~")) {
            assertThat(keeper.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aKioskWithoutAKeyIsNotEnrolledAndOneWithItArrives() throws IOException {
        assertThat(keeper.post("/arrive", "").status()).isEqualTo(404);
        assertThat(service.told("/device/arrive")).isEmpty();
        assertThat(keyFrom(keeper.address(), KEY))
                .as("its own page has no keys to give")
                .isEqualTo(403);
        assertThat(keyFrom(service.address(), "short")).isEqualTo(400);
        assertThat(keyFrom(service.address(), KEY)).isEqualTo(204);
        assertThat(keyFrom(service.address(), KEY + "-of-another")).isEqualTo(409);
        assertThat(keeper.post("/arrive", "").body()).isEqualTo("{\"ticket\": \"once\", \"kiosk\": \"keskusta\"}");
        assertThat(service.told("/device/arrive"))
                .extracting(PlayedService.Told::key)
                .containsExactly(KEY);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(keeper.state().resolve("key"))))
                .isEqualTo("rw-------");
        keeper.kill();
        keeper.start();
        assertThat(keeper.post("/arrive", "").status()).isEqualTo(200);
    }

    @Test
    void aKeyThatWasRevokedIsForgottenAndOneThatOnlyCouldNotBeAskedIsNot() {
        give(KEY);
        service.answer("/device/arrive", 500, "");
        assertThat(keeper.post("/arrive", "").status()).isEqualTo(503);
        service.goAway();
        assertThat(keeper.post("/arrive", "").status()).isEqualTo(503);
        service.comeBack();
        service.answer("/device/arrive", 401, "");
        assertThat(keeper.post("/arrive", "").status()).isEqualTo(404);
        assertThat(keeper.state().resolve("key")).doesNotExist();
        assertThat(keyFrom(service.address(), KEY + "-anew")).isEqualTo(204);
    }

    @Test
    void theHeartbeatSaysHowTheMachineIsAndNothingOfAPerson() {
        give(KEY);
        var beat = service.told("/device/heartbeat").getFirst();
        assertThat(beat.key()).isEqualTo(KEY);
        assertThat(beat.body())
                .containsPattern("\"version\": \"\\d[^\"]+\"")
                .containsPattern("\"screen\": \"(on|off|unknown)\"")
                .containsPattern("\"freeDisk\": \\d+")
                .containsPattern("\"temperature\": (null|[\\d.]+)")
                .contains("\"printer\": \"none\"", "\"speech\": \"none\"", "\"jack\": \"none\"", "\"done\": []")
                .contains(
                        "\"geometry\": {\"pxPerMm\": 4.03, \"viewingMm\": 600, \"lowestMm\": 700, \"highestMm\": 1200}");
    }

    @Test
    void anOrderIsCarriedOutOnceHoweverOftenItIsRepeated() {
        var events = keeper.events();
        keeper.await(() -> events.contains("service there"));
        heartbeatIsAnswered("{\"id\":\"1\",\"act\":\"reload\"},{\"id\":\"2\",\"act\":\"restart\"}", 900, 929);
        give(KEY);
        keeper.await(() -> events.contains("order restart"));
        assertThat(keeper.runtime().resolve("restart")).exists();

        // The machine has restarted; the service has not heard of it yet and orders the same again.
        keeper.kill();
        keeper.runtime().resolve("restart").toFile().delete();
        keeper.start();
        var after = keeper.events();
        keeper.await(() -> service.told("/device/heartbeat").size() == 2);
        assertThat(service.told("/device/heartbeat").getLast().body()).contains("\"done\": [\"1\", \"2\"]");
        heartbeatIsAnswered("", 900, 929);
        beatAgain();
        assertThat(service.told("/device/heartbeat").getLast().body()).contains("\"done\": [\"1\", \"2\"]");
        beatAgain();
        assertThat(service.told("/device/heartbeat").getLast().body()).contains("\"done\": []");
        assertThat(events.stream().filter(told -> told.startsWith("order")))
                .containsExactly("order reload", "order restart");
        assertThat(after).noneMatch(told -> told.startsWith("order"));
        assertThat(keeper.runtime().resolve("restart")).doesNotExist();
    }

    @Test
    void noNumberIsGivenWhileTheServiceIsThereOrWhereNoneIsAllowed() {
        assertThat(keeper.post("/number", "{}").status()).isEqualTo(409);
        service.goAway();
        keeper.seesTheServiceAs("away");
        assertThat(keeper.get("/away").body()).contains("\"offline\": false");
        assertThat(keeper.post("/number", "{}").status())
                .as("never heard of a range")
                .isEqualTo(409);
    }

    @Test
    void aRangeOfAnotherDayOrOutsideTheHoursGivesNone() {
        heartbeatIsAnswered(
                "",
                900,
                929,
                LocalDate.now(HELSINKI).minusDays(1),
                Instant.now().plusSeconds(3600));
        give(KEY);
        service.goAway();
        keeper.seesTheServiceAs("away");
        assertThat(keeper.post("/number", "{}").status()).isEqualTo(409);
        service.comeBack();
        heartbeatIsAnswered("", 900, 929, LocalDate.now(HELSINKI), Instant.now().minusSeconds(1));
        beatAgain();
        service.goAway();
        keeper.seesTheServiceAs("away");
        assertThat(keeper.get("/away").body()).contains("\"offline\": false");
        assertThat(keeper.post("/number", "{}").status()).isEqualTo(409);
    }

    @Test
    void twentyFourWhoPressAtOnceGetTwentyFourNumbersAndThenThereAreNone() throws Exception {
        heartbeatIsAnswered("", 900, 923);
        give(KEY);
        service.goAway();
        keeper.seesTheServiceAs("away");
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var presses = IntStream.range(0, 24)
                    .mapToObj(one -> (Callable<Integer>) () -> number(keeper.post("/number", "{}")))
                    .toList();
            assertThat(people.invokeAll(presses))
                    .extracting(given -> given.get())
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(900, 923).boxed().toList());
        }
        assertThat(keeper.post("/number", "{}").status()).isEqualTo(409);
        assertThat(keeper.get("/away").body()).contains("\"offline\": false");
    }

    @Test
    void aNumberThatTheServiceWillNeverTakeDoesNotKeepTheOthersWaiting() {
        goAwayWithNumbers();
        keeper.post("/number", "{\"press\":\"" + P1 + "\"}");
        service.answer("/device/numbers", 200, "{\"kept\":[],\"refused\":[\"" + P1 + "\"]}");
        service.comeBack();
        keeper.await(() -> journal().contains("{\"kept\": [\"" + P1 + "\"]}"));
        var told = service.told("/device/numbers").size();
        beatAgain();
        beatAgain();
        assertThat(service.told("/device/numbers")).hasSize(told);
    }

    @Test
    void aPressHasANameThatTheServiceTakes() {
        goAwayWithNumbers();
        assertThat(keeper.post("/number", "{\"press\":\"mine\"}").status()).isEqualTo(400);
        assertThat(number(keeper.post("/number", "{}"))).isEqualTo(900);
    }

    @Test
    void theSamePressGetsTheSameNumber() {
        goAwayWithNumbers();
        var first = keeper.post("/number", "{\"press\":\"" + P1 + "\"}").body();
        assertThat(keeper.post("/number", "{\"press\":\"" + P1 + "\"}").body()).isEqualTo(first);
        assertThat(number(keeper.post("/number", "{\"press\":\"" + P2 + "\"}"))).isEqualTo(901);
    }

    @Test
    void noNumberIsGivenTwiceAndNoneIsLostWhenTheKeeperIsKilledInBetween() throws IOException {
        goAwayWithNumbers();
        assertThat(number(keeper.post("/number", "{\"press\":\"" + P1 + "\"}"))).isEqualTo(900);
        keeper.kill();
        // And it died in the middle of writing the next, which nobody has seen.
        Files.writeString(keeper.state().resolve("numbers"), "{\"press\": \"half", StandardOpenOption.APPEND);
        keeper.start();
        assertThat(number(keeper.post("/number", "{\"press\":\"" + P1 + "\"}"))).isEqualTo(900);
        assertThat(number(keeper.post("/number", "{\"press\":\"" + P2 + "\"}"))).isEqualTo(901);
        keeper.kill();
        keeper.start();
        assertThat(number(keeper.post("/number", "{\"press\":\"" + P3 + "\"}"))).isEqualTo(902);
    }

    @Test
    void whenTheLineIsBackTheServiceGetsEveryNumberUntilItHasKeptIt() {
        goAwayWithNumbers();
        keeper.post("/number", "{\"press\":\"" + P1 + "\"}");
        keeper.post("/number", "{\"press\":\"" + P2 + "\"}");
        service.answer("/device/numbers", 500, "");
        service.comeBack();
        keeper.await(() -> service.told("/device/numbers").size() == 1);
        // It kept one and then its answer was lost; and the keeper dies too.
        keeper.kill();
        keeper.start();
        service.answer("/device/numbers", 200, "{\"kept\":[\"" + P1 + "\"]}");
        beatAgain();
        keeper.await(() -> journal().contains("{\"kept\": [\"" + P1 + "\"]}"));
        assertThat(service.told("/device/numbers").getFirst().body())
                .containsSubsequence(
                        "\"" + P1 + "\", \"number\": 900, \"at\": \"20", "Z\"", "\"" + P2 + "\", \"number\": 901");
        service.answer("/device/numbers", 200, "{\"kept\":[\"" + P2 + "\"]}");
        beatAgain();
        keeper.await(() -> journal().contains("{\"kept\": [\"" + P2 + "\"]}"));
        assertThat(service.told("/device/numbers").getLast().body())
                .contains("\"" + P2 + "\"")
                .doesNotContain("\"" + P1 + "\"");
        var told = service.told("/device/numbers").size();
        beatAgain();
        beatAgain();
        assertThat(service.told("/device/numbers")).hasSize(told);
    }

    /** What Java has no word for: a socket of datagrams. */
    @Test
    void systemdHearsThatItIsReadyAndAlive() throws Exception {
        keeper.close();
        var address = folder.resolve("notify");
        var listener = new ProcessBuilder("/usr/bin/python3", "-c", """
                import socket, sys
                heard = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
                heard.bind(sys.argv[1])
                print("bound", flush=True)
                said = [heard.recv(99).decode() for _ in range(4)]
                print(" ".join(sorted(set(said))))
                """, address.toString()).start();
        try (var words = listener.inputReader()) {
            assertThat(words.readLine()).isEqualTo("bound");
            keeper.start("NOTIFY_SOCKET", address.toString());
            assertThat(words.readLine()).isEqualTo("READY=1 WATCHDOG=1");
        } finally {
            listener.destroyForcibly();
        }
    }

    @Test
    void theServicesReturnIsToldAtOnce() {
        var events = keeper.events();
        service.goAway();
        keeper.await(() -> events.contains("service away"));
        service.comeBack();
        keeper.await(() -> events.getLast().equals("service there"));
        assertThat(events).containsSubsequence("service there", "service away", "service there");
    }

    @Test
    void anAnswerThatItDoesNotUnderstandIsNotTheLastThatItAsksFor() {
        service.answer("/device/heartbeat", 200, "[\"of another version\"]");
        assertThat(keyFrom(service.address(), KEY)).isEqualTo(204);
        keeper.await(() -> !service.told("/device/heartbeat").isEmpty());

        heartbeatIsAnswered("", 900, 929);
        beatAgain();

        keeper.await(() -> keeper.state().resolve("numbers-allowed").toFile().exists());
    }

    /** Each drop comes in time; all of them never do. */
    @Test
    void aServiceThatAnswersDropByDropIsAway(@TempDir Path another) throws IOException {
        var drips = new AtomicBoolean();
        try (var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerEach(door, drips));
            try (var watching = new Keeper(another, "http://localhost:" + door.getLocalPort())) {
                watching.seesTheServiceAs("there");
                drips.set(true);
                watching.seesTheServiceAs("away");
            }
        }
    }

    private static void answerEach(ServerSocket door, AtomicBoolean drips) {
        while (!door.isClosed()) {
            try {
                var line = door.accept();
                Thread.ofVirtual().start(() -> answer(line, drips));
            } catch (IOException closed) {
                // The loop asks whether it was.
            }
        }
    }

    private static void answer(Socket line, AtomicBoolean drips) {
        try (line) {
            var words = line.getOutputStream();
            words.write("HTTP/1.0 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (drips.get()) {
                words.write("X: drop\r\n".getBytes(StandardCharsets.US_ASCII));
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
            words.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // The keeper has its answer, or waits no longer.
        }
    }

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private void heartbeatIsAnswered(String orders, int from, int to) {
        heartbeatIsAnswered(
                orders, from, to, LocalDate.now(HELSINKI), Instant.now().plus(Duration.ofHours(1)));
    }

    private void heartbeatIsAnswered(String orders, int from, int to, LocalDate day, Instant until) {
        service.answer("/device/heartbeat", 200, """
                {"orders":[%s],"offline":{"from":%d,"to":%d,"day":"%s"},"open":{"from":"%s","until":"%s"}}
                """.formatted(
                        orders, from, to, day, until.minus(Duration.ofHours(2)), until));
    }

    private int keyFrom(String origin, String key) {
        return keeper.ask("PUT", "/key", "{\"key\":\"" + key + "\"}", "Origin: " + origin + "\r\n")
                .status();
    }

    /** Which it tells of by a first heartbeat. */
    private void give(String key) {
        assertThat(keyFrom(service.address(), key)).isEqualTo(204);
        keeper.await(() -> keeper.state().resolve("numbers-allowed").toFile().exists());
    }

    /** A return of the service is when it is told again. */
    private void beatAgain() {
        service.goAway();
        keeper.seesTheServiceAs("away");
        var before = service.told("/device/heartbeat").size();
        service.comeBack();
        keeper.await(() -> service.told("/device/heartbeat").size() > before);
    }

    private void goAwayWithNumbers() {
        give(KEY);
        service.goAway();
        keeper.seesTheServiceAs("away");
    }

    private String journal() {
        try {
            return Files.readString(keeper.state().resolve("numbers"));
        } catch (IOException notYet) {
            return "";
        }
    }

    private static int number(Keeper.Answer answer) {
        var number = NUMBER.matcher(answer.body());
        return number.find() ? Integer.parseInt(number.group(1)) : -answer.status();
    }
}
