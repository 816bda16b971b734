package fi.tiski.support;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.support.KeeperDouble.Jack;
import fi.tiski.support.KeeperDouble.Printer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The double keeps the contract that the real keeper keeps, so that a page cannot tell them apart. */
class KeeperDoubleTest {

    private static final String OURS = "http://localhost:8080";

    private final KeeperDouble keeper = KeeperDouble.start().serve(OURS);
    private final HttpClient page = HttpClient.newHttpClient();

    @AfterEach
    void end() {
        page.close();
        keeper.close();
    }

    @Test
    void thePresentStateComesAtOnceAndThenEveryChange() throws Exception {
        keeper.printer(Printer.PAPER_LOW);
        var answer = page.send(asked("/events").build(), BodyHandlers.ofInputStream());

        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(said(lines)).isEqualTo("event: jack / data: out");
            assertThat(said(lines)).isEqualTo("event: printer / data: paper-low");
            keeper.jack(Jack.IN);
            assertThat(said(lines)).isEqualTo("event: jack / data: in");
            keeper.order("reload");
            assertThat(said(lines)).isEqualTo("event: order / data: reload");
        }
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(send(asked("/jack").build()).body()).isEqualTo("{\"jack\":\"in\"}");
    }

    @Test
    void aPrinterThatCannotPrintSaysWhy() throws Exception {
        var slip = asked("/print").POST(BodyPublishers.ofByteArray(new byte[] {27, 64}));
        assertThat(send(slip.build()).statusCode()).isEqualTo(200);
        keeper.printer(Printer.PAPER_OUT);

        var refused = send(slip.build());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).isEqualTo("{\"printer\":\"paper-out\"}");
        assertThat(keeper.printed()).containsExactly(new byte[] {27, 64});
    }

    @Test
    void aPageOfAnotherOriginIsRefused() throws Exception {
        var strange = HttpRequest.newBuilder(URI.create(keeper.address() + "/jack"))
                .header("Origin", "https://elsewhere.example")
                .build();

        assertThat(send(strange).statusCode()).isEqualTo(403);
        var ours = send(asked("/jack").build());
        assertThat(ours.headers().firstValue("access-control-allow-origin")).contains(OURS);
    }

    private HttpRequest.Builder asked(String path) {
        return HttpRequest.newBuilder(URI.create(keeper.address() + path)).header("Origin", OURS);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return page.send(request, BodyHandlers.ofString());
    }

    private static String said(BufferedReader lines) throws Exception {
        var event = lines.readLine() + " / " + lines.readLine();
        lines.readLine();
        return event;
    }
}
